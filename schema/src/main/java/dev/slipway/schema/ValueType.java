package dev.slipway.schema;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import dev.slipway.schema.value.Inet;
import dev.slipway.schema.value.Multirange;
import dev.slipway.schema.value.Point;
import dev.slipway.schema.value.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Binding;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.SQLDataType;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/**
 * A type of the database together with the Java type of its values: what a column, the base of a
 * domain, or a sequence is of.
 *
 * <p>A table class has a method for each type, such as {@code text("name")}; where a type stands
 * alone, as in a {@link ColumnGroup} or a {@link SchemaDefinition}, it is one of the constants'
 * methods here, such as {@code ValueType.text()}. It is immutable. Parameters that contradict each
 * other are told where the type is used.
 *
 * @param <T> the Java type of the values
 */
public final class ValueType<T> {

  private static final int MICROSECONDS = 6;
  private static final int GREATEST_PRECISION = 1000;

  private final ColumnType type;
  private final DataType<T> dataType;
  private final @Nullable Converter<String, T> form;
  private final @Nullable String problem;

  ValueType(
      ColumnType type,
      DataType<T> dataType,
      @Nullable Converter<String, T> form,
      @Nullable String problem) {
    this.type = type;
    this.dataType = dataType;
    this.form = form;
    this.problem = problem;
  }

  private static <T> ValueType<T> basic(
      ColumnType type, DataType<T> dataType, Converter<String, T> form) {
    return new ValueType<>(type, dataType, form, null);
  }

  /** A type that is sent as text with a cast. */
  private static <T> ValueType<T> cast(String sql, Converter<String, T> form) {
    return cast(new ColumnType.Named(sql), sql, form);
  }

  private static <T> ValueType<T> cast(ColumnType type, String sql, Converter<String, T> form) {
    var binding = new CastBinding<>(CustomQueryPart.of(context -> context.sql(sql)), form);
    return basic(type, binding.dataType(), form);
  }

  private ValueType<T> unless(boolean right, String wrong) {
    return right ? this : new ValueType<>(type, dataType, form, wrong);
  }

  /** A 2 byte integer. */
  public static ValueType<Short> smallint() {
    return basic(Basic.SMALLINT, SQLDataType.SMALLINT, TextForm.SHORT);
  }

  /** A 4 byte integer. */
  public static ValueType<Integer> integer() {
    return basic(Basic.INTEGER, SQLDataType.INTEGER, TextForm.INTEGER);
  }

  /** An 8 byte integer. */
  public static ValueType<Long> bigint() {
    return basic(Basic.BIGINT, SQLDataType.BIGINT, TextForm.LONG);
  }

  /** An exact decimal number of any precision. */
  public static ValueType<BigDecimal> numeric() {
    return basic(Basic.NUMERIC, SQLDataType.NUMERIC, TextForm.DECIMAL);
  }

  /** An exact decimal number of so many digits, of which so many after the point. */
  public static ValueType<BigDecimal> numeric(int precision, int scale) {
    String spelled = "numeric(" + precision + ", " + scale + ")";
    return basic(
            new ColumnType.Decimal(precision, scale),
            SQLDataType.NUMERIC(precision, scale),
            TextForm.DECIMAL)
        .unless(
            scale >= 0 && scale <= precision,
            spelled + " has more digits after the point than in all.")
        .unless(
            precision >= 1 && precision <= GREATEST_PRECISION,
            spelled + " has no precision of 1 to 1000 digits.");
  }

  /** A 4 byte floating point number. */
  public static ValueType<Float> real() {
    return basic(Basic.REAL, SQLDataType.REAL, TextForm.FLOAT);
  }

  /** An 8 byte floating point number. */
  public static ValueType<Double> doublePrecision() {
    return basic(Basic.DOUBLE, SQLDataType.DOUBLE, TextForm.DOUBLE);
  }

  /** Text of any length. */
  public static ValueType<String> text() {
    return basic(Basic.TEXT, SQLDataType.CLOB, TextForm.STRING);
  }

  /** Text of any length, by the name of {@code character varying}. */
  public static ValueType<String> varchar() {
    return basic(Basic.VARCHAR, SQLDataType.VARCHAR, TextForm.STRING);
  }

  /** Text of at most so many characters. */
  public static ValueType<String> varchar(int length) {
    return basic(new ColumnType.Varchar(length), SQLDataType.VARCHAR(length), TextForm.STRING)
        .unless(length >= 1, "varchar(" + length + ") holds no character.");
  }

  /** Text of exactly so many characters, padded with blanks: SQL's {@code char(n)}. */
  public static ValueType<String> character(int length) {
    return basic(new ColumnType.Char(length), SQLDataType.CHAR(length), TextForm.STRING)
        .unless(length >= 1, "char(" + length + ") holds no character.");
  }

  /** True or false. */
  public static ValueType<Boolean> bool() {
    return basic(Basic.BOOLEAN, SQLDataType.BOOLEAN, TextForm.BOOLEAN);
  }

  /** Bytes. */
  public static ValueType<byte[]> bytea() {
    return basic(Basic.BYTEA, SQLDataType.BLOB, TextForm.BYTES);
  }

  /** So many bits, of {@code 0} and {@code 1}. */
  public static ValueType<String> bit(int length) {
    return cast("bit(" + length + ")", TextForm.STRING)
        .unless(length >= 1, "bit(" + length + ") holds no bit.");
  }

  /** At most so many bits, of {@code 0} and {@code 1}. */
  public static ValueType<String> varbit(int length) {
    return cast("bit varying(" + length + ")", TextForm.STRING)
        .unless(length >= 1, "varbit(" + length + ") holds no bit.");
  }

  /** Any number of bits, of {@code 0} and {@code 1}. */
  public static ValueType<String> varbit() {
    return cast("bit varying", TextForm.STRING);
  }

  /**
   * An amount of money as the server's locale spells it, such as {@code $1.50}; a {@link #numeric}
   * is the better choice for anything new.
   */
  public static ValueType<String> money() {
    return cast("money", TextForm.STRING);
  }

  /** A day. */
  public static ValueType<LocalDate> date() {
    return basic(Basic.DATE, SQLDataType.LOCALDATE, TextForm.DATE);
  }

  /** A time of day. */
  public static ValueType<LocalTime> time() {
    return basic(Basic.TIME, SQLDataType.LOCALTIME(MICROSECONDS), TextForm.TIME);
  }

  /** A time of day, with so many fractional digits of the second. */
  public static ValueType<LocalTime> time(int fraction) {
    return temporal(Basic.TIME, fraction, SQLDataType.LOCALTIME(fraction), TextForm.TIME);
  }

  /** A time of day with an offset from UTC. */
  public static ValueType<OffsetTime> timetz() {
    return cast(Basic.TIMETZ, "timetz", TextForm.TIMETZ);
  }

  /** A time of day with an offset from UTC, with so many fractional digits of the second. */
  public static ValueType<OffsetTime> timetz(int fraction) {
    return temporal(Basic.TIMETZ, fraction, timetz().dataType(), TextForm.TIMETZ);
  }

  /** A date and time without zone. */
  public static ValueType<LocalDateTime> timestamp() {
    return basic(Basic.TIMESTAMP, SQLDataType.LOCALDATETIME(MICROSECONDS), TextForm.TIMESTAMP);
  }

  /** A date and time without zone, with so many fractional digits of the second. */
  public static ValueType<LocalDateTime> timestamp(int fraction) {
    return temporal(
        Basic.TIMESTAMP, fraction, SQLDataType.LOCALDATETIME(fraction), TextForm.TIMESTAMP);
  }

  /** A point in time. */
  public static ValueType<OffsetDateTime> timestamptz() {
    return basic(Basic.TIMESTAMPTZ, SQLDataType.OFFSETDATETIME(MICROSECONDS), TextForm.TIMESTAMPTZ);
  }

  /** A point in time, with so many fractional digits of the second. */
  public static ValueType<OffsetDateTime> timestamptz(int fraction) {
    return temporal(
        Basic.TIMESTAMPTZ, fraction, SQLDataType.OFFSETDATETIME(fraction), TextForm.TIMESTAMPTZ);
  }

  private static <T> ValueType<T> temporal(
      Basic type, int fraction, DataType<T> dataType, Converter<String, T> form) {
    return basic(new ColumnType.Temporal(type, fraction), dataType, form)
        .unless(
            fraction >= 0 && fraction <= MICROSECONDS,
            fraction + " fractional digits of a second are not 0 to 6.");
  }

  /** A span of time. */
  public static ValueType<YearToSecond> interval() {
    return basic(Basic.INTERVAL, SQLDataType.INTERVAL, TextForm.INTERVAL);
  }

  /** A UUID. */
  public static ValueType<UUID> uuid() {
    return basic(Basic.UUID, SQLDataType.UUID, TextForm.UUID);
  }

  /** JSON, kept as text. */
  public static ValueType<JSON> json() {
    return basic(Basic.JSON, SQLDataType.JSON, TextForm.JSON);
  }

  /** JSON, kept decomposed. */
  public static ValueType<JSONB> jsonb() {
    return basic(Basic.JSONB, SQLDataType.JSONB, TextForm.JSONB);
  }

  /** XML. */
  public static ValueType<XML> xml() {
    return cast("xml", TextForm.XML);
  }

  /** An IP address, with or without its network. */
  public static ValueType<Inet> inet() {
    return cast("inet", TextForm.of(Inet.class, Inet::parse, Inet::toString));
  }

  /** A network of IP addresses. */
  public static ValueType<Inet> cidr() {
    return cast("cidr", TextForm.of(Inet.class, Inet::parse, Inet::toString));
  }

  /** A hardware address of 6 bytes, as in {@code 08:00:2b:01:02:03}. */
  public static ValueType<String> macaddr() {
    return cast("macaddr", TextForm.STRING);
  }

  /** A hardware address of 8 bytes. */
  public static ValueType<String> macaddr8() {
    return cast("macaddr8", TextForm.STRING);
  }

  /** The sorted words of a text, for searching. */
  public static ValueType<String> tsvector() {
    return cast("tsvector", TextForm.STRING);
  }

  /** A search in the words of a text. */
  public static ValueType<String> tsquery() {
    return cast("tsquery", TextForm.STRING);
  }

  /** A point of the plane. */
  public static ValueType<Point> point() {
    return cast("point", TextForm.of(Point.class, ValueType::pointOf, Point::toString));
  }

  private static Point pointOf(String text) {
    int comma = text.indexOf(',');
    return new Point(
        Double.parseDouble(text.substring(1, comma)),
        Double.parseDouble(text.substring(comma + 1, text.length() - 1)));
  }

  /** A range of 4 byte integers. */
  public static ValueType<Range<Integer>> int4range() {
    return cast("int4range", RangeForms.range(TextForm.INTEGER));
  }

  /** A range of 8 byte integers. */
  public static ValueType<Range<Long>> int8range() {
    return cast("int8range", RangeForms.range(TextForm.LONG));
  }

  /** A range of exact decimal numbers. */
  public static ValueType<Range<BigDecimal>> numrange() {
    return cast("numrange", RangeForms.range(TextForm.DECIMAL));
  }

  /** A range of days. */
  public static ValueType<Range<LocalDate>> daterange() {
    return cast("daterange", RangeForms.range(TextForm.DATE));
  }

  /** A range of dates and times without zone. */
  public static ValueType<Range<LocalDateTime>> tsrange() {
    return cast("tsrange", RangeForms.range(TextForm.TIMESTAMP));
  }

  /** A range of points in time. */
  public static ValueType<Range<OffsetDateTime>> tstzrange() {
    return cast("tstzrange", RangeForms.range(TextForm.TIMESTAMPTZ));
  }

  /** Ranges of 4 byte integers. */
  public static ValueType<Multirange<Integer>> int4multirange() {
    return cast("int4multirange", RangeForms.multirange(TextForm.INTEGER));
  }

  /** Ranges of 8 byte integers. */
  public static ValueType<Multirange<Long>> int8multirange() {
    return cast("int8multirange", RangeForms.multirange(TextForm.LONG));
  }

  /** Ranges of exact decimal numbers. */
  public static ValueType<Multirange<BigDecimal>> nummultirange() {
    return cast("nummultirange", RangeForms.multirange(TextForm.DECIMAL));
  }

  /** Ranges of days. */
  public static ValueType<Multirange<LocalDate>> datemultirange() {
    return cast("datemultirange", RangeForms.multirange(TextForm.DATE));
  }

  /** Ranges of dates and times without zone. */
  public static ValueType<Multirange<LocalDateTime>> tsmultirange() {
    return cast("tsmultirange", RangeForms.multirange(TextForm.TIMESTAMP));
  }

  /** Ranges of points in time. */
  public static ValueType<Multirange<OffsetDateTime>> tstzmultirange() {
    return cast("tstzmultirange", RangeForms.multirange(TextForm.TIMESTAMPTZ));
  }

  /** Text that compares without regard to case, of the extension {@code citext}. */
  public static ValueType<String> citext() {
    return extension("citext", "citext", "");
  }

  /** A path of labels, {@code top.science}, of the extension {@code ltree}. */
  public static ValueType<String> ltree() {
    return extension("ltree", "ltree", "");
  }

  /** Texts by key, of the extension {@code hstore}. */
  public static ValueType<Map<String, @Nullable String>> hstore() {
    return cast(new ColumnType.OfExtension("hstore", "hstore", ""), "hstore", HstoreForm.form());
  }

  /** A vector of so many numbers, of the extension {@code vector}. */
  public static ValueType<float[]> vector(int dimensions) {
    return cast(
            new ColumnType.OfExtension("vector", "vector", "(" + dimensions + ")"),
            "vector",
            VectorForm.FORM)
        .unless(dimensions >= 1, "vector(" + dimensions + ") holds no number.");
  }

  /** Any type of an extension, as text in Java. */
  public static ValueType<String> extensionType(String extension, String typeName) {
    return extension(extension, typeName, "");
  }

  private static ValueType<String> extension(String extension, String name, String modifier) {
    return cast(new ColumnType.OfExtension(extension, name, modifier), name, TextForm.STRING);
  }

  /**
   * A value of a Java enum, as an enum type of the database: named by {@link DatabaseEnum}, or as
   * the enum in snake case; a value by {@link DatabaseValue}, or as the constant.
   */
  public static <E extends Enum<E>> ValueType<E> enumeration(Class<E> javaEnum) {
    return enumeration("Enum " + javaEnum.getName(), javaEnum);
  }

  static <E extends Enum<E>> ValueType<E> enumeration(String place, Class<E> javaEnum) {
    EnumMapping<E> mapping = EnumMapping.of(place, javaEnum);
    return basic(
        new ColumnType.Enumeration(mapping.type()),
        mapping.binding().dataType(),
        mapping.binding().converter());
  }

  /**
   * A value of a Java record, as a composite type of the database: its components, in their order,
   * are the attributes. The type is named by {@link DatabaseType}, or as the record in snake case,
   * an attribute by {@link DatabaseAttribute}, or as the component in snake case.
   */
  public static <R extends Record> ValueType<R> composite(Class<R> javaRecord) {
    CompositeMapping<R> mapping = CompositeMapping.of(javaRecord);
    return basic(
        new ColumnType.OfComposite(mapping.type()),
        mapping.binding().dataType(),
        mapping.binding().converter());
  }

  /** Any type by its name, as text in Java: the server casts it to the type and back. */
  public static ValueType<String> custom(String sqlType) {
    return cast(sqlType, TextForm.STRING).unless(!sqlType.isBlank(), "its type has no name.");
  }

  /** Any type by its name, with the jOOQ binding that reads and writes it. */
  public static <T> ValueType<T> custom(String sqlType, Binding<?, T> binding) {
    @SuppressWarnings("unchecked") // the binding alone decides what it reads and writes
    Binding<Object, T> any = (Binding<Object, T>) binding;
    return custom(sqlType, SQLDataType.OTHER.asConvertedDataType(any));
  }

  /** Any type by its name, with the jOOQ type that reads and writes it. */
  public static <T> ValueType<T> custom(String sqlType, DataType<T> dataType) {
    return new ValueType<>(new ColumnType.Named(sqlType), dataType, null, null)
        .unless(!sqlType.isBlank(), "its type has no name.");
  }

  /** An array of this type. */
  public ValueType<T[]> array() {
    return new ValueType<>(
        new ColumnType.Array(type),
        ArrayTypes.of("A type", type, dataType, form),
        form == null ? null : TextForm.array(form),
        type instanceof ColumnType.Array
            ? "it is an array of arrays, and PostgreSQL's arrays do not fix the number of"
                + " dimensions."
            : problem);
  }

  /**
   * Shows its values to Java as another type; the database's type stays.
   *
   * @param javaType the new Java type
   * @param from makes it of a value of the former type; null stays null
   * @param to makes a value of the former type of it; null stays null
   */
  public <U> ValueType<U> as(
      Class<U> javaType,
      Function<? super T, ? extends U> from,
      Function<? super U, ? extends T> to) {
    Converter<T, U> converter = Converter.ofNullable(dataType.getType(), javaType, from, to);
    return new ValueType<>(
        type,
        dataType.asConvertedDataType(converter),
        form == null ? null : form.andThen(converter),
        problem);
  }

  ColumnType type() {
    return type;
  }

  DataType<T> dataType() {
    return dataType;
  }

  /** Its values as text, where that is known. */
  @Nullable Converter<String, T> form() {
    return form;
  }

  /** What is wrong with its parameters, or null. */
  @Nullable String problem() {
    return problem;
  }
}
