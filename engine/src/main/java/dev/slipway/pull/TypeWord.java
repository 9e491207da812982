package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of Java for a column's type.
 *
 * @param method the method that declares such a column
 * @param arguments its arguments, without the column's name
 * @param suffix the call that follows, such as {@code array()}; else empty
 * @param valueType the Java type of the values, without its package
 */
record TypeWord(String method, List<String> arguments, String suffix, String valueType) {

  static TypeWord of(ColumnType type, Places places, SourceText file) {
    return switch (type) {
      case Basic basic -> basic(basic, file);
      case ColumnType.Decimal decimal ->
          basic(Basic.NUMERIC, file).with("" + decimal.precision(), "" + decimal.scale());
      case ColumnType.Varchar varchar -> basic(Basic.VARCHAR, file).with("" + varchar.length());
      case ColumnType.Char character -> plain("character", "String").with("" + character.length());
      case ColumnType.Temporal temporal ->
          basic(temporal.type(), file).with("" + temporal.fraction());
      case ColumnType.Enumeration enumeration -> {
        String name = file.use(places.of(enumeration.type()).qualifiedClass());
        yield plain("enumeration", name).with(name + ".class");
      }
      case ColumnType.Array array -> {
        TypeWord element = of(array.element(), places, file);
        yield new TypeWord(element.method, element.arguments, "array()", element.valueType + "[]");
      }
      case ColumnType.Named named -> NamedTypes.of(named.sql(), file);
      case ColumnType.OfExtension extension -> custom(extension.name() + extension.modifier());
      case ColumnType.OfDomain domain -> {
        SchemaPlace schema = places.schemaOf(domain.name());
        file.useStatic(schema.qualifiedClass() + "." + schema.constant());
        yield plain("domain", of(domain.domain().base(), places, file).valueType())
            .with(schema.constant() + "." + schema.domain(domain.name().name()));
      }
      case ColumnType.OfComposite composite -> {
        String name = file.use(places.of(composite.type()).qualifiedClass());
        yield plain("composite", name).with(name + ".class");
      }
    };
  }

  private static TypeWord basic(Basic type, SourceText file) {
    return switch (type) {
      case SMALLINT -> plain("smallint", "Short");
      case INTEGER -> plain("integer", "Integer");
      case BIGINT -> plain("bigint", "Long");
      case NUMERIC -> plain("numeric", file.use("java.math.BigDecimal"));
      case REAL -> plain("real", "Float");
      case DOUBLE -> plain("doublePrecision", "Double");
      case TEXT -> plain("text", "String");
      case VARCHAR -> plain("varchar", "String");
      case BOOLEAN -> plain("bool", "Boolean");
      case BYTEA -> plain("bytea", "byte[]");
      case DATE -> plain("date", file.use("java.time.LocalDate"));
      case TIME -> plain("time", file.use("java.time.LocalTime"));
      case TIMETZ -> plain("timetz", file.use("java.time.OffsetTime"));
      case TIMESTAMP -> plain("timestamp", file.use("java.time.LocalDateTime"));
      case TIMESTAMPTZ -> plain("timestamptz", file.use("java.time.OffsetDateTime"));
      case INTERVAL -> plain("interval", file.use("org.jooq.types.YearToSecond"));
      case UUID -> plain("uuid", file.use("java.util.UUID"));
      case JSON -> plain("json", file.use("org.jooq.JSON"));
      case JSONB -> plain("jsonb", file.use("org.jooq.JSONB"));
    };
  }

  /** A type that only the server knows. */
  static TypeWord custom(String sql) {
    return plain("custom", "String").with(JavaText.quoted(sql));
  }

  static TypeWord plain(String method, String valueType) {
    return new TypeWord(method, List.of(), "", valueType);
  }

  TypeWord with(String... more) {
    return new TypeWord(method, List.of(more), suffix, valueType);
  }

  /**
   * The call that declares a column.
   *
   * @param name the column's name as a literal; empty where its field says it
   * @param word the method, where another than the type's says more
   */
  Chain call(String name, String word) {
    List<String> all = new ArrayList<>();
    if (!name.isEmpty()) {
      all.add(name);
    }
    all.addAll(arguments);
    var chain = new Chain(word + "(" + String.join(", ", all) + ")");
    if (!suffix.isEmpty()) {
      chain.then(suffix);
    }
    return chain;
  }
}
