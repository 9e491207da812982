package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import dev.slipway.schema.model.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
  private final Map<String, DatabaseObject> byName = new TreeMap<>();
  private final Map<ObjectId, ColumnType.@Nullable Made> made = new LinkedHashMap<>();
  private final DescribedMadeTypes own;

  /**
   * @param catalog the catalog
   * @param without the types that shall not be said
   */
  DescribedTypes(Catalog catalog, Set<ObjectId> without) {
    this.own = new DescribedMadeTypes(catalog, this);
    for (DatabaseObject object : catalog.objects()) {
      boolean isType =
          object instanceof EnumType || object instanceof Domain || object instanceof CompositeType;
      if (isType && !without.contains(object.id())) {
        PrintedType.spellings(object.id()).forEach(name -> byName.put(name, object));
      }
    }
    byName.values().forEach(this::made);
  }

  private ColumnType.@Nullable Made made(DatabaseObject type) {
    if (!made.containsKey(type.id())) {
      ColumnType.Made said = own.of(type);
      made.put(type.id(), said);
    }
    return made.get(type.id());
  }

  /** Every type that its user made and that can be said, each after those that it is made of. */
  List<ColumnType.Made> made() {
    return made.values().stream().filter(Objects::nonNull).toList();
  }

  /** Adds what is said with a type. */
  void say(ColumnType.Made type, Set<ObjectId> objects) {
    own.say(type, objects);
  }

  /** The type of a sequence's values. */
  static ColumnType integer(String printed) {
    return Objects.requireNonNull(BASIC.get(printed));
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
    DatabaseObject type = byName.get(printed);
    ColumnType.Made said = type == null ? null : made(type);
    if (said != null) {
      return said;
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

  /** A name; that of the schema {@code public} is left out. */
  static QualifiedName name(String schema, String name) {
    return new QualifiedName(schema.equals("public") ? null : schema, name);
  }
}
