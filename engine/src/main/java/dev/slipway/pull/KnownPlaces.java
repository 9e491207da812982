package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedComposite;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.DefinedSchema;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.QualifiedName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where what a definition has is in its sources, with room for new members. */
final class KnownPlaces {

  private final Map<QualifiedName, Parsed.DefiningClass> classes = new LinkedHashMap<>();
  private final Map<QualifiedName, Parsed.EnumClass> enums = new LinkedHashMap<>();
  private final Map<QualifiedName, Parsed.RecordClass> records = new LinkedHashMap<>();
  private final Map<String, Parsed.DefiningClass> schemas = new LinkedHashMap<>();

  KnownPlaces(Parsed.Definition parsed) {
    parsed.tables().forEach(each -> classes.put(each.defines(), each));
    parsed.enums().forEach(each -> enums.put(each.type(), each));
    parsed.records().forEach(each -> records.put(each.type(), each));
    parsed.schemas().forEach(each -> schemas.put(each.defines().name(), each));
  }

  Map<QualifiedName, Parsed.DefiningClass> classes() {
    return classes;
  }

  Map<QualifiedName, Parsed.EnumClass> enums() {
    return enums;
  }

  Map<QualifiedName, Parsed.RecordClass> records() {
    return records;
  }

  /** The classes of schemas by the schemas' names; an empty one for the connection's. */
  Map<String, Parsed.DefiningClass> schemas() {
    return schemas;
  }

  /** The package of the definition: the one that is above, or is, those of its classes. */
  String root() {
    return Stream.concat(classes.values().stream(), schemas.values().stream())
        .map(Parsed.DefiningClass::packageName)
        .min((one, other) -> Integer.compare(one.length(), other.length()))
        .orElse("");
  }

  /** Whether what is in a schema beside tables is in a field of its class. */
  boolean isField(QualifiedName name, String method) {
    Parsed.DefiningClass schema = schemas.get(Places.nameOf(name.schema()));
    return schema != null
        && schema.fields().stream()
            .anyMatch(field ->
                field.calls().get(0).method().equals(method) && nameOf(field).equals(name.name()));
  }

  private static String nameOf(Parsed.Field field) {
    String literal = field.calls().get(0).literal();
    return literal == null ? Names.of(field.name()) : literal;
  }

  /** The places of a definition; what is new in it gets names. */
  Places of(Definition definition) {
    Map<QualifiedName, Place> known = new LinkedHashMap<>();
    for (DefinedTable table : definition.tables()) {
      Parsed.DefiningClass parsed = classes.get(table.name());
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
    Map<QualifiedName, CompositePlace> knownRecords = new LinkedHashMap<>();
    for (ColumnType.Made type : definition.types()) {
      Parsed.EnumClass parsed = enums.get(type.name());
      Parsed.RecordClass parsedRecord = records.get(type.name());
      if (type instanceof ColumnType.Enumeration enumeration && parsed != null) {
        knownEnums.put(type.name(), place(enumeration.type(), parsed));
      }
      if (type instanceof ColumnType.OfComposite composite && parsedRecord != null) {
        knownRecords.put(type.name(), place(composite.type(), parsedRecord));
      }
    }
    Map<String, SchemaPlace> knownSchemas = new LinkedHashMap<>();
    for (DefinedSchema schema : definition.schemas()) {
      String name = Places.nameOf(schema.name());
      Parsed.DefiningClass parsed = schemas.get(name);
      if (parsed != null) {
        knownSchemas.put(name, place(schema, parsed));
      }
    }
    return new Places(
        root(), definition, new Places.Known(known, knownEnums, knownRecords, knownSchemas));
  }

  private static CompositePlace place(DefinedComposite type, Parsed.RecordClass parsed) {
    return new CompositePlace(
        type,
        parsed.packageName(),
        parsed.className(),
        Places.fields(
            type.attributes().stream().map(DefinedComposite.Attribute::name).toList(),
            parsed.components(),
            Set.of()));
  }

  private static SchemaPlace place(DefinedSchema schema, Parsed.DefiningClass parsed) {
    Map<String, String> domains = new LinkedHashMap<>();
    Map<String, String> sequences = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>(Set.of(parsed.constant()));
    for (Parsed.Field field : parsed.fields()) {
      taken.add(field.name());
      switch (field.calls().get(0).method()) {
        case "domain" -> domains.put(nameOf(field), field.name());
        case "sequence" -> sequences.put(nameOf(field), field.name());
        default -> {}
      }
    }
    Map<String, String> allDomains = Places.fields(Places.domains(schema), domains, taken);
    taken.addAll(allDomains.values());
    return new SchemaPlace(
        schema,
        parsed.packageName(),
        parsed.className(),
        parsed.constant(),
        allDomains,
        Places.fields(Places.sequences(schema), sequences, taken));
  }

  private static Map<String, String> fields(DefinedTable table, Parsed.DefiningClass parsed) {
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
