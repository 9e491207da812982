package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.QualifiedName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The classes of a definition: which table and which enum is which, and what their members are
 * called.
 *
 * <p>What is in the schema {@code public} is in the definition's own package, what is in another
 * schema in a package below it. Names of classes and constants are unique in the whole definition,
 * so that whoever uses two of them has to qualify none: one that is taken gets the name of its
 * schema before it. Files that differ in nothing but capitals are one on some systems, so their
 * names are told apart.
 */
final class Places {

  /** Names of types that the generated classes use themselves. */
  private static final Set<String> USED =
      Set.of(
          "column",
          "tabledefinition",
          "databaseenum",
          "databasevalue",
          "bigdecimal",
          "localdate",
          "localdatetime",
          "localtime",
          "offsetdatetime",
          "uuid",
          "json",
          "jsonb",
          "yeartosecond",
          "role",
          "privilege",
          "columnstorage",
          "inet",
          "point",
          "range",
          "multirange",
          "offsettime",
          "xml");

  /** Constants that every table class inherits. */
  private static final Set<String> INHERITED =
      Set.of(
          "CASCADE",
          "RESTRICT",
          "SET_NULL",
          "SET_DEFAULT",
          "NO_ACTION",
          "PUBLIC",
          "AUTHENTICATED",
          "ANON",
          "SERVICE_ROLE",
          "MINVALUE",
          "MAXVALUE",
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE");

  private final String root;
  private final Map<QualifiedName, Place> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, EnumPlace> enums = new LinkedHashMap<>();
  private final Set<String> classes = new HashSet<>();
  private final Set<String> constants = new HashSet<>(INHERITED);

  /**
   * The places of a new definition.
   *
   * @param root the definition's package
   * @param defined its tables
   */
  Places(String root, List<DefinedTable> defined) {
    this(root, defined, Map.of(), Map.of());
  }

  /**
   * The places of a definition of which some are known.
   *
   * @param root the definition's package
   * @param defined its tables
   * @param known the classes that are there, with the tables that they shall have
   * @param knownEnums the enums that are there
   */
  Places(
      String root,
      List<DefinedTable> defined,
      Map<QualifiedName, Place> known,
      Map<QualifiedName, EnumPlace> knownEnums) {
    this.root = root;
    known.values().forEach(place -> classes.add(place.className().toLowerCase(Locale.ROOT)));
    known.values().forEach(place -> constants.add(place.constant()));
    knownEnums.values().forEach(place -> classes.add(place.className().toLowerCase(Locale.ROOT)));
    tables.putAll(known);
    enums.putAll(knownEnums);
    defined.stream()
        .filter(table -> !known.containsKey(table.name()))
        .sorted(Comparator.comparing(table -> table.name().schema() != null))
        .forEach(table -> tables.put(table.name(), place(table)));
    Definition.of(defined).types().stream()
        .filter(ColumnType.Enumeration.class::isInstance)
        .map(type -> ((ColumnType.Enumeration) type).type())
        .sorted(Comparator.comparing(type -> type.name().schema() != null))
        .forEach(type -> {
          if (!enums.containsKey(type.name())) {
            enums.put(type.name(), place(type));
          }
        });
  }

  Collection<Place> tables() {
    return tables.values();
  }

  Collection<EnumPlace> enums() {
    return enums.values();
  }

  /** Where a table is. */
  Place of(QualifiedName table) {
    return Objects.requireNonNull(tables.get(table), () -> table + " is no class");
  }

  /** Where an enum is. */
  EnumPlace of(DefinedEnum type) {
    return Objects.requireNonNull(enums.get(type.name()), () -> type.name() + " is no class");
  }

  private Place place(DefinedTable table) {
    String packageName = packageOf(root, table.name().schema());
    String className = className(table.name(), "Table");
    String constant = constant(table.name());
    List<String> columns = table.columns().stream().map(DefinedColumn::name).toList();
    List<String> names =
        JavaNames.distinct(columns.stream().map(JavaNames::field).toList(), Set.of(constant));
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(columns.get(i), names.get(i));
    }
    return new Place(table, packageName, className, constant, fields);
  }

  private EnumPlace place(DefinedEnum type) {
    String packageName = packageOf(root, type.name().schema());
    String className = className(type.name(), "Enum");
    List<String> names =
        JavaNames.distinct(type.values().stream().map(JavaNames::constant).toList(), Set.of());
    Map<String, String> constants = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      constants.put(type.values().get(i), names.get(i));
    }
    return new EnumPlace(type, packageName, className, constants);
  }

  private String className(QualifiedName name, String kind) {
    String plain = JavaNames.type(name.name());
    boolean isUsed = USED.contains(plain.toLowerCase(Locale.ROOT)) || isOfJavaLang(plain);
    String wanted = isUsed ? plain + kind : plain;
    String schema = name.schema();
    boolean isTaken = classes.contains(wanted.toLowerCase(Locale.ROOT));
    String free =
        JavaNames.free(
            isTaken && schema != null ? JavaNames.type(schema) + wanted : wanted,
            candidate -> classes.contains(candidate.toLowerCase(Locale.ROOT)));
    classes.add(free.toLowerCase(Locale.ROOT));
    return free;
  }

  private String constant(QualifiedName table) {
    String wanted = JavaNames.constant(table.name());
    String schema = table.schema();
    boolean isTaken = constants.contains(wanted);
    String free =
        JavaNames.free(
            isTaken
                ? schema == null ? wanted + "_TABLE" : JavaNames.constant(schema) + "_" + wanted
                : wanted,
            constants::contains);
    constants.add(free);
    return free;
  }

  /** A class of the same package would hide it. */
  private static boolean isOfJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError isFree) {
      return false;
    }
  }

  /** The package of what is in a schema. */
  static String packageOf(String root, @org.jspecify.annotations.Nullable String schema) {
    return schema == null || schema.equals("public")
        ? root
        : root + "." + JavaNames.packageName(schema);
  }
}
