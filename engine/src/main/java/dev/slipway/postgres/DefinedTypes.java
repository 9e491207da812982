package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.QualifiedName;
import java.util.Map;

/**
 * The types of a schema definition as PostgreSQL spells them (manual, chapter 8 Data Types).
 *
 * @param extensions the schemas of the extensions that the definition creates, by their names
 */
record DefinedTypes(Map<String, String> extensions) {

  /**
   * The type of a column as it is written when the column is created: a serial one by its own word.
   */
  String ofColumn(DefinedColumn column) {
    if (!(column.value() instanceof ColumnValue.Serial)) {
      return of(column.type());
    }
    return switch (of(column.type())) {
      case "smallint" -> "smallserial";
      case "bigint" -> "bigserial";
      default -> "serial";
    };
  }

  /** The type. */
  String of(ColumnType type) {
    return switch (type) {
      case ColumnType.Basic basic -> basic(basic);
      case ColumnType.Decimal decimal ->
          "numeric(" + decimal.precision() + ", " + decimal.scale() + ")";
      case ColumnType.Varchar varchar -> "varchar(" + varchar.length() + ")";
      case ColumnType.Char character -> "char(" + character.length() + ")";
      case ColumnType.Temporal temporal -> temporal(temporal);
      case ColumnType.Enumeration enumeration -> name(enumeration.type().name());
      case ColumnType.OfDomain domain -> name(domain.domain().name());
      case ColumnType.OfComposite composite -> name(composite.type().name());
      case ColumnType.OfExtension extension -> extension(extension);
      case ColumnType.Array array -> of(array.element()) + "[]";
      case ColumnType.Named named -> named.sql();
    };
  }

  /** A type of an extension that something else created is found by the search path. */
  private String extension(ColumnType.OfExtension type) {
    String schema = extensions.get(type.extension());
    return (schema == null ? "" : Quoting.identifier(schema) + ".")
        + Quoting.identifier(type.name())
        + type.modifier();
  }

  private static String basic(ColumnType.Basic type) {
    return switch (type) {
      case SMALLINT -> "smallint";
      case INTEGER -> "integer";
      case BIGINT -> "bigint";
      case NUMERIC -> "numeric";
      case REAL -> "real";
      case DOUBLE -> "double precision";
      case TEXT -> "text";
      case VARCHAR -> "varchar";
      case BOOLEAN -> "boolean";
      case BYTEA -> "bytea";
      case DATE -> "date";
      case TIME -> "time";
      case TIMETZ -> "timetz";
      case TIMESTAMP -> "timestamp";
      case TIMESTAMPTZ -> "timestamptz";
      case INTERVAL -> "interval";
      case UUID -> "uuid";
      case JSON -> "json";
      case JSONB -> "jsonb";
    };
  }

  private static String temporal(ColumnType.Temporal temporal) {
    String fraction = "(" + temporal.fraction() + ")";
    return basic(temporal.type()) + fraction;
  }

  /** The schema of a name; {@code public} where the definition gives none. */
  static String schema(QualifiedName name) {
    String schema = name.schema();
    return schema == null ? "public" : schema;
  }

  /** The identity of the table of a name. */
  static ObjectId table(QualifiedName name) {
    return ObjectId.of(Kind.TABLE, schema(name), name.name());
  }

  /** The name with its schema. */
  static String name(QualifiedName name) {
    return Quoting.identifier(schema(name)) + "." + Quoting.identifier(name.name());
  }
}
