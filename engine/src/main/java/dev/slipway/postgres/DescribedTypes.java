package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types as the server prints them, in the words of a definition: see {@link DefinedTypes}. */
final class DescribedTypes {

  private static final Map<String, Basic> BASIC =
      Map.ofEntries(
          Map.entry("smallint", Basic.SMALLINT),
          Map.entry("integer", Basic.INTEGER),
          Map.entry("bigint", Basic.BIGINT),
          Map.entry("numeric", Basic.NUMERIC),
          Map.entry("real", Basic.REAL),
          Map.entry("double precision", Basic.DOUBLE),
          Map.entry("text", Basic.TEXT),
          Map.entry("character varying", Basic.VARCHAR),
          Map.entry("boolean", Basic.BOOLEAN),
          Map.entry("bytea", Basic.BYTEA),
          Map.entry("date", Basic.DATE),
          Map.entry("time without time zone", Basic.TIME),
          Map.entry("time with time zone", Basic.TIMETZ),
          Map.entry("timestamp without time zone", Basic.TIMESTAMP),
          Map.entry("timestamp with time zone", Basic.TIMESTAMPTZ),
          Map.entry("interval", Basic.INTERVAL),
          Map.entry("uuid", Basic.UUID),
          Map.entry("json", Basic.JSON),
          Map.entry("jsonb", Basic.JSONB));

  private static final Pattern LENGTH =
      Pattern.compile("(character varying|character)\\((\\d+)\\)");
  private static final Pattern DECIMAL = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");
  private static final Pattern TEMPORAL =
      Pattern.compile("(time|timestamp)\\((\\d)\\) (with|without) time zone");
  private static final int LONGEST_VALUE = 63;

  private final Catalog catalog;
  private final Map<String, EnumType> enums = new HashMap<>();

  DescribedTypes(Catalog catalog) {
    this.catalog = catalog;
    for (EnumType type : catalog.all(EnumType.class)) {
      if (canBeSaid(type)) {
        PrintedType.spellings(type.id()).forEach(name -> enums.put(name, type));
      }
    }
  }

  private static boolean canBeSaid(EnumType type) {
    return !type.values().isEmpty()
        && !type.id().name().isBlank()
        && type.values().stream()
            .noneMatch(value ->
                value.isBlank() || value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE);
  }

  /** A printed type. */
  ColumnType of(String printed) {
    if (printed.endsWith("[]")) {
      ColumnType element = of(printed.substring(0, printed.length() - 2));
      return new ColumnType.Array(element);
    }
    Basic basic = BASIC.get(printed);
    if (basic != null) {
      return basic;
    }
    EnumType type = enums.get(printed);
    if (type != null) {
      return new ColumnType.Enumeration(
          new DefinedEnum(
              name(type.id().schema(), type.id().name()),
              type.values(),
              Map.of(),
              comment(type.id()),
              null));
    }
    ColumnType parameterized = parameterized(printed);
    return parameterized == null ? new ColumnType.Named(printed) : parameterized;
  }

  private static @Nullable ColumnType parameterized(String printed) {
    Matcher length = LENGTH.matcher(printed);
    if (length.matches()) {
      int characters = Integer.parseInt(length.group(2));
      return length.group(1).equals("character")
          ? new ColumnType.Char(characters)
          : new ColumnType.Varchar(characters);
    }
    Matcher decimal = DECIMAL.matcher(printed);
    if (decimal.matches()) {
      int precision = Integer.parseInt(decimal.group(1));
      int scale = Integer.parseInt(decimal.group(2));
      return scale <= precision ? new ColumnType.Decimal(precision, scale) : null;
    }
    Matcher temporal = TEMPORAL.matcher(printed);
    if (temporal.matches()) {
      boolean isZoned = temporal.group(3).equals("with");
      boolean isTime = temporal.group(1).equals("time");
      Basic type =
          isTime
              ? isZoned ? Basic.TIMETZ : Basic.TIME
              : isZoned ? Basic.TIMESTAMPTZ : Basic.TIMESTAMP;
      return new ColumnType.Temporal(type, Integer.parseInt(temporal.group(2)));
    }
    return null;
  }

  private @Nullable String comment(ObjectId id) {
    return catalog.find(ObjectId.about(Kind.COMMENT, id)) instanceof Comment comment
        ? comment.text()
        : null;
  }

  /** A name; that of the schema {@code public} is left out. */
  static QualifiedName name(String schema, String name) {
    return new QualifiedName(schema.equals("public") ? null : schema, name);
  }
}
