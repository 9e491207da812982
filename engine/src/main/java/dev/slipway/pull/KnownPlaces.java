package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.QualifiedName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the tables and enums of a definition are in its sources, with room for new members. */
final class KnownPlaces {

  private final Map<QualifiedName, Parsed.TableClass> classes = new LinkedHashMap<>();
  private final Map<QualifiedName, Parsed.EnumClass> enums = new LinkedHashMap<>();

  KnownPlaces(Parsed.Definition parsed) {
    parsed.tables().forEach(each -> classes.put(each.table(), each));
    parsed.enums().forEach(each -> enums.put(each.type(), each));
  }

  Map<QualifiedName, Parsed.TableClass> classes() {
    return classes;
  }

  Map<QualifiedName, Parsed.EnumClass> enums() {
    return enums;
  }

  /** The package of the definition: the one that is above, or is, those of its classes. */
  String root() {
    return classes.values().stream()
        .map(Parsed.TableClass::packageName)
        .min((one, other) -> Integer.compare(one.length(), other.length()))
        .orElse("");
  }

  /** The places of tables; new ones, new columns and new values get names. */
  Places of(List<DefinedTable> tables) {
    Map<QualifiedName, Place> known = new LinkedHashMap<>();
    for (DefinedTable table : tables) {
      Parsed.TableClass parsed = classes.get(table.name());
      if (parsed != null) {
        known.put(
            table.name(),
            new Place(
                table,
                parsed.packageName(),
                parsed.className(),
                parsed.constant(),
                fields(table, parsed)));
      }
    }
    Map<QualifiedName, EnumPlace> knownEnums = new LinkedHashMap<>();
    for (ColumnType.Made type : Definition.of(tables).types()) {
      Parsed.EnumClass parsed = enums.get(type.name());
      if (type instanceof ColumnType.Enumeration enumeration && parsed != null) {
        knownEnums.put(type.name(), place(enumeration.type(), parsed));
      }
    }
    return new Places(root(), tables, known, knownEnums);
  }

  private static Map<String, String> fields(DefinedTable table, Parsed.TableClass parsed) {
    Set<String> columns = new HashSet<>();
    table.columns().forEach(column -> columns.add(column.name()));
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>(Set.of(parsed.constant()));
    for (Parsed.Field field : parsed.fields()) {
      taken.add(field.name());
      String literal = field.calls().get(0).literal();
      if (literal != null && columns.contains(literal)) {
        fields.put(literal, field.name());
      } else if (columns.contains(Names.of(field.name()))) {
        fields.putIfAbsent(Names.of(field.name()), field.name());
      } else if (columns.contains(field.name())) {
        fields.putIfAbsent(field.name(), field.name());
      }
    }
    for (DefinedColumn column : table.columns()) {
      if (!fields.containsKey(column.name())) {
        String free = JavaNames.free(JavaNames.field(column.name()), taken::contains);
        taken.add(free);
        fields.put(column.name(), free);
      }
    }
    return fields;
  }

  private static EnumPlace place(DefinedEnum type, Parsed.EnumClass parsed) {
    Map<String, String> constants = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Parsed.Constant constant : parsed.constants()) {
      constants.put(constant.value(), constant.name());
      taken.add(constant.name());
    }
    for (String value : type.values()) {
      if (!constants.containsKey(value)) {
        String free = JavaNames.free(JavaNames.constant(value), taken::contains);
        taken.add(free);
        constants.put(value, free);
      }
    }
    return new EnumPlace(type, parsed.packageName(), parsed.className(), constants);
  }
}
