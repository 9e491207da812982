package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedComposite;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.DefinedSchema;
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
import org.jspecify.annotations.Nullable;

/**
 * The classes of a definition: which table, type and schema is which, and what their members are
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
          "xml",
          "domain",
          "sequencedefinition",
          "schemadefinition",
          "partitioningclause",
          "valuetype",
          "databasetype",
          "databaseattribute");

  /** Methods of every object, after which no component of a record may be called. */
  private static final Set<String> NO_COMPONENTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** Constants that the classes of tables and schemas inherit. */
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
          "DELETE",
          "USAGE",
          "CREATE");

  private final String root;
  private final Map<QualifiedName, Place> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, EnumPlace> enums = new LinkedHashMap<>();
  private final Map<QualifiedName, CompositePlace> composites = new LinkedHashMap<>();
  private final Map<String, SchemaPlace> schemas = new LinkedHashMap<>();
  private final Set<String> classes = new HashSet<>();
  private final Set<String> constants = new HashSet<>(INHERITED);

  /**
   * What of a definition is in classes already.
   *
   * @param tables the tables that they shall have
   * @param enums the enums
   * @param composites the records
   * @param schemas the classes of schemas, by the schemas' names; an empty one for the connection's
   */
  record Known(
      Map<QualifiedName, Place> tables,
      Map<QualifiedName, EnumPlace> enums,
      Map<QualifiedName, CompositePlace> composites,
      Map<String, SchemaPlace> schemas) {

    static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), Map.of());
  }

  /**
   * The places of a new definition.
   *
   * @param root the definition's package
   * @param defined what it has
   */
  Places(String root, Definition defined) {
    this(root, defined, Known.NOTHING);
  }

  /**
   * The places of a definition of which some are known.
   *
   * @param root the definition's package
   * @param defined what it has
   * @param known the classes that are there
   */
  Places(String root, Definition defined, Known known) {
    this.root = root;
    known.tables.values().forEach(place -> take(place.className(), place.constant()));
    known.schemas.values().forEach(place -> take(place.className(), place.constant()));
    known.enums.values().forEach(place -> take(place.className()));
    known.composites.values().forEach(place -> take(place.className()));
    tables.putAll(known.tables);
    enums.putAll(known.enums);
    composites.putAll(known.composites);
    schemas.putAll(known.schemas);
    defined.tables().stream()
        .filter(table -> !known.tables.containsKey(table.name()))
        .sorted(Comparator.comparing(table -> table.name().schema() != null))
        .forEach(table -> tables.put(table.name(), place(table)));
    defined.types().stream()
        .sorted(Comparator.comparing(type -> type.name().schema() != null))
        .forEach(type -> {
          switch (type) {
            case ColumnType.Enumeration each -> {
              if (!enums.containsKey(type.name())) {
                enums.put(type.name(), place(each.type()));
              }
            }
            case ColumnType.OfComposite each -> {
              if (!composites.containsKey(type.name())) {
                composites.put(type.name(), place(each.type()));
              }
            }
            case ColumnType.OfDomain isOfSchema -> {}
          }
        });
    for (DefinedSchema schema : defined.schemas()) {
      if (!schemas.containsKey(nameOf(schema.name()))) {
        schemas.put(nameOf(schema.name()), place(schema));
      }
    }
  }

  private void take(String className, String... names) {
    classes.add(className.toLowerCase(Locale.ROOT));
    constants.addAll(List.of(names));
  }

  /** The key of a schema: its name, which is empty for the connection's. */
  static String nameOf(@Nullable String schema) {
    return schema == null ? "" : schema;
  }

  Collection<CompositePlace> composites() {
    return composites.values();
  }

  Collection<SchemaPlace> schemas() {
    return schemas.values();
  }

  /** Where a composite type is. */
  CompositePlace of(DefinedComposite type) {
    return Objects.requireNonNull(composites.get(type.name()), () -> type.name() + " is no record");
  }

  /** The class that has what a schema has beside tables. */
  SchemaPlace schemaOf(QualifiedName name) {
    return Objects.requireNonNull(
        schemas.get(nameOf(name.schema())), () -> name + " is in no class of a schema");
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
    return new Place(
        table, packageName, className, constant, fields(columns, Map.of(), Set.of(constant)));
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

  private CompositePlace place(DefinedComposite type) {
    return new CompositePlace(
        type,
        packageOf(root, type.name().schema()),
        className(type.name(), "Type"),
        fields(
            type.attributes().stream().map(DefinedComposite.Attribute::name).toList(),
            Map.of(),
            NO_COMPONENTS));
  }

  private SchemaPlace place(DefinedSchema schema) {
    String name = schema.name() == null ? "public" : schema.name();
    var named = new QualifiedName(schema.name(), name + "_schema");
    String className = className(named, "Class");
    String constant = constant(named);
    Map<String, String> domains = fields(domains(schema), Map.of(), Set.of(constant));
    Set<String> taken = new HashSet<>(domains.values());
    taken.add(constant);
    return new SchemaPlace(
        schema,
        packageOf(root, schema.name()),
        className,
        constant,
        domains,
        fields(sequences(schema), Map.of(), taken));
  }

  static List<String> domains(DefinedSchema schema) {
    return schema.domains().stream().map(domain -> domain.name().name()).toList();
  }

  static List<String> sequences(DefinedSchema schema) {
    return schema.sequences().stream().map(sequence -> sequence.name().name()).toList();
  }

  /**
   * Fields for names.
   *
   * @param names the names in the database
   * @param known those that have a field
   * @param taken what no new field may be called
   */
  static Map<String, String> fields(
      List<String> names, Map<String, String> known, Set<String> taken) {
    Set<String> all = new HashSet<>(taken);
    all.addAll(known.values());
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : names) {
      @Nullable String there = known.get(name);
      String field = there == null ? JavaNames.free(JavaNames.field(name), all::contains) : there;
      all.add(field);
      fields.put(name, field);
    }
    return fields;
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
  static String packageOf(String root, @Nullable String schema) {
    return schema == null || schema.equals("public")
        ? root
        : root + "." + JavaNames.packageName(schema);
  }
}
