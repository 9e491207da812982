package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Binding;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** The kinds of columns that a table definition can have, one method each. */
abstract class ColumnKinds extends JooqTable {

  private static final int MICROSECONDS = 6;
  private static final int GREATEST_PRECISION = 1000;

  ColumnKinds(@Nullable String schema, String name, @Nullable AliasRequest alias) {
    super(schema, name, alias);
  }

  /** A 2 byte integer. */
  protected final Column<Short> smallint(String name) {
    return add(name, Basic.SMALLINT, SQLDataType.SMALLINT);
  }

  /** A 4 byte integer. */
  protected final Column<Integer> integer(String name) {
    return add(name, Basic.INTEGER, SQLDataType.INTEGER);
  }

  /** An 8 byte integer. */
  protected final Column<Long> bigint(String name) {
    return add(name, Basic.BIGINT, SQLDataType.BIGINT);
  }

  /** A 2 byte integer that counts up, from a sequence of its own. */
  protected final Column<Short> smallserial(String name) {
    return smallint(name).serial();
  }

  /** A 4 byte integer that counts up, from a sequence of its own. */
  protected final Column<Integer> serial(String name) {
    return integer(name).serial();
  }

  /** An 8 byte integer that counts up, from a sequence of its own. */
  protected final Column<Long> bigserial(String name) {
    return bigint(name).serial();
  }

  /** An exact decimal number of any precision. */
  protected final Column<BigDecimal> numeric(String name) {
    return add(name, Basic.NUMERIC, SQLDataType.NUMERIC);
  }

  /** An exact decimal number of so many digits, of which so many after the point. */
  protected final Column<BigDecimal> numeric(String name, int precision, int scale) {
    require(
        precision >= 1 && precision <= GREATEST_PRECISION,
        name,
        "numeric(" + precision + ", " + scale + ") has no precision of 1 to 1000 digits.");
    require(
        scale >= 0 && scale <= precision,
        name,
        "numeric(" + precision + ", " + scale + ") has more digits after the point than in all.");
    return add(
        name, new ColumnType.Decimal(precision, scale), SQLDataType.NUMERIC(precision, scale));
  }

  /** A 4 byte floating point number. */
  protected final Column<Float> real(String name) {
    return add(name, Basic.REAL, SQLDataType.REAL);
  }

  /** An 8 byte floating point number. */
  protected final Column<Double> doublePrecision(String name) {
    return add(name, Basic.DOUBLE, SQLDataType.DOUBLE);
  }

  /** Text of any length. */
  protected final Column<String> text(String name) {
    return add(name, Basic.TEXT, SQLDataType.CLOB);
  }

  /** Text of any length, by the name of {@code character varying}. */
  protected final Column<String> varchar(String name) {
    return add(name, Basic.VARCHAR, SQLDataType.VARCHAR);
  }

  /** Text of at most so many characters. */
  protected final Column<String> varchar(String name, int length) {
    require(length >= 1, name, "varchar(" + length + ") holds no character.");
    return add(name, new ColumnType.Varchar(length), SQLDataType.VARCHAR(length));
  }

  /** Text of exactly so many characters, padded with blanks: SQL's {@code char(n)}. */
  protected final Column<String> character(String name, int length) {
    require(length >= 1, name, "char(" + length + ") holds no character.");
    return add(name, new ColumnType.Char(length), SQLDataType.CHAR(length));
  }

  /** True or false. */
  protected final Column<Boolean> bool(String name) {
    return add(name, Basic.BOOLEAN, SQLDataType.BOOLEAN);
  }

  /** Bytes. */
  protected final Column<byte[]> bytea(String name) {
    return add(name, Basic.BYTEA, SQLDataType.BLOB);
  }

  /** A day. */
  protected final Column<LocalDate> date(String name) {
    return add(name, Basic.DATE, SQLDataType.LOCALDATE);
  }

  /** A time of day. */
  protected final Column<LocalTime> time(String name) {
    return add(name, Basic.TIME, SQLDataType.LOCALTIME(MICROSECONDS));
  }

  /** A time of day, with so many fractional digits of the second. */
  protected final Column<LocalTime> time(String name, int fraction) {
    return add(name, temporal(name, Basic.TIME, fraction), SQLDataType.LOCALTIME(fraction));
  }

  /** A date and time without zone. */
  protected final Column<LocalDateTime> timestamp(String name) {
    return add(name, Basic.TIMESTAMP, SQLDataType.LOCALDATETIME(MICROSECONDS));
  }

  /** A date and time without zone, with so many fractional digits of the second. */
  protected final Column<LocalDateTime> timestamp(String name, int fraction) {
    return add(
        name, temporal(name, Basic.TIMESTAMP, fraction), SQLDataType.LOCALDATETIME(fraction));
  }

  /** A point in time. */
  protected final Column<OffsetDateTime> timestamptz(String name) {
    return add(name, Basic.TIMESTAMPTZ, SQLDataType.OFFSETDATETIME(MICROSECONDS));
  }

  /** A point in time, with so many fractional digits of the second. */
  protected final Column<OffsetDateTime> timestamptz(String name, int fraction) {
    return add(
        name, temporal(name, Basic.TIMESTAMPTZ, fraction), SQLDataType.OFFSETDATETIME(fraction));
  }

  private ColumnType temporal(String name, Basic type, int fraction) {
    require(
        fraction >= 0 && fraction <= MICROSECONDS,
        name,
        fraction + " fractional digits of a second are not 0 to 6.");
    return new ColumnType.Temporal(type, fraction);
  }

  /** A span of time. */
  protected final Column<YearToSecond> interval(String name) {
    return add(name, Basic.INTERVAL, SQLDataType.INTERVAL);
  }

  /** A UUID. */
  protected final Column<UUID> uuid(String name) {
    return add(name, Basic.UUID, SQLDataType.UUID);
  }

  /** JSON, kept as text. */
  protected final Column<JSON> json(String name) {
    return add(name, Basic.JSON, SQLDataType.JSON);
  }

  /** JSON, kept decomposed. */
  protected final Column<JSONB> jsonb(String name) {
    return add(name, Basic.JSONB, SQLDataType.JSONB);
  }

  /**
   * A value of a Java enum, as an enum type of the database.
   *
   * <p>The type is named by {@link DatabaseEnum}, or as the enum in snake case; a value by {@link
   * DatabaseValue}, or as the constant.
   */
  protected final <E extends Enum<E>> Column<E> enumeration(String name, Class<E> javaEnum) {
    EnumMapping<E> mapping = EnumMapping.of(place(name), javaEnum);
    return add(name, new ColumnType.Enumeration(mapping.type()), mapping.binding().dataType());
  }

  /** Any type by its name, as text in Java: the server casts it to the type and back. */
  protected final Column<String> custom(String name, String sqlType) {
    var cast =
        new CastBinding<>(
            CustomQueryPart.of(context -> context.sql(sqlType)),
            Converter.ofNullable(String.class, String.class, text -> text, text -> text));
    return custom(name, sqlType, cast.dataType());
  }

  /** Any type by its name, with the jOOQ binding that reads and writes it. */
  protected final <T> Column<T> custom(String name, String sqlType, Binding<?, T> binding) {
    @SuppressWarnings("unchecked") // the binding alone decides what it reads and writes
    Binding<Object, T> any = (Binding<Object, T>) binding;
    return custom(name, sqlType, SQLDataType.OTHER.asConvertedDataType(any));
  }

  /** Any type by its name, with the jOOQ type that reads and writes it. */
  protected final <T> Column<T> custom(String name, String sqlType, DataType<T> dataType) {
    require(!sqlType.isBlank(), name, "its type has no name.");
    return add(name, new ColumnType.Named(sqlType), dataType);
  }

  /**
   * An SQL expression that passes untouched. Inside a table class, jOOQ's {@code field(...)} looks
   * up a column instead.
   */
  protected static <T> Field<T> sql(String sql, Class<T> type) {
    return new RawSql<>(sql, DSL.val(null, type).getDataType());
  }

  /** An SQL expression of no particular Java type, such as one of an index. */
  protected static Field<Object> sql(String sql) {
    return new RawSql<>(sql, SQLDataType.OTHER);
  }

  private void require(boolean right, String column, String problem) {
    if (!right) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          place(column) + ": " + problem,
          "Correct the type in the table's class.");
    }
  }

  private String place(String column) {
    return "Table " + displayName() + ", column " + column;
  }
}
