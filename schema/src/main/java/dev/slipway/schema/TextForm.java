package dev.slipway.schema;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.types.YearToSecond;
import org.jooq.util.postgres.PGInterval;
import org.jooq.util.postgres.PostgresUtils;

/**
 * Values as the text that PostgreSQL prints and reads (with {@code DateStyle} ISO, which the driver
 * demands): for what is sent as text, and for the parts of what is.
 */
final class TextForm {

  private static final String HEX = "\\x";
  private static final int MICROSECONDS = 6;

  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder().appendPattern("[XXXXX][XXX][X]").toFormatter();
  private static final DateTimeFormatter CLOCK =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, MICROSECONDS, true)
          .toFormatter();
  private static final DateTimeFormatter DAY_AND_CLOCK =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(CLOCK)
          .toFormatter();
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder().append(DAY_AND_CLOCK).append(OFFSET).toFormatter();
  private static final DateTimeFormatter CLOCK_AND_OFFSET =
      new DateTimeFormatterBuilder().append(CLOCK).append(OFFSET).toFormatter();

  static final Converter<String, String> STRING =
      of(String.class, Function.identity(), Function.identity());
  static final Converter<String, Short> SHORT = of(Short.class, Short::valueOf, String::valueOf);
  static final Converter<String, Integer> INTEGER =
      of(Integer.class, Integer::valueOf, String::valueOf);
  static final Converter<String, Long> LONG = of(Long.class, Long::valueOf, String::valueOf);
  static final Converter<String, BigDecimal> DECIMAL =
      of(BigDecimal.class, BigDecimal::new, BigDecimal::toPlainString);
  static final Converter<String, Float> FLOAT = of(Float.class, Float::valueOf, String::valueOf);
  static final Converter<String, Double> DOUBLE =
      of(Double.class, Double::valueOf, String::valueOf);
  static final Converter<String, Boolean> BOOLEAN =
      of(Boolean.class, text -> text.startsWith("t"), String::valueOf);
  static final Converter<String, byte[]> BYTES =
      of(
          byte[].class,
          hex -> HexFormat.of().parseHex(hex, HEX.length(), hex.length()),
          bytes -> HEX + HexFormat.of().formatHex(bytes));
  static final Converter<String, LocalDate> DATE =
      of(LocalDate.class, LocalDate::parse, LocalDate::toString);
  static final Converter<String, LocalTime> TIME =
      of(LocalTime.class, LocalTime::parse, LocalTime::toString);
  static final Converter<String, OffsetTime> TIMETZ =
      of(OffsetTime.class, text -> OffsetTime.parse(text, CLOCK_AND_OFFSET), OffsetTime::toString);
  static final Converter<String, LocalDateTime> TIMESTAMP =
      of(
          LocalDateTime.class,
          text -> LocalDateTime.parse(text, DAY_AND_CLOCK),
          LocalDateTime::toString);
  static final Converter<String, OffsetDateTime> TIMESTAMPTZ =
      of(
          OffsetDateTime.class,
          text -> OffsetDateTime.parse(text, MOMENT),
          OffsetDateTime::toString);
  static final Converter<String, YearToSecond> INTERVAL =
      of(
          YearToSecond.class,
          text -> PostgresUtils.toYearToSecond(new PGInterval(text)),
          span -> PostgresUtils.toPGInterval(span).toString());
  static final Converter<String, UUID> UUID =
      of(UUID.class, java.util.UUID::fromString, java.util.UUID::toString);
  static final Converter<String, JSON> JSON =
      of(JSON.class, org.jooq.JSON::valueOf, org.jooq.JSON::data);
  static final Converter<String, JSONB> JSONB =
      of(JSONB.class, org.jooq.JSONB::valueOf, org.jooq.JSONB::data);
  static final Converter<String, XML> XML =
      of(XML.class, org.jooq.XML::valueOf, org.jooq.XML::data);

  private TextForm() {}

  /** A form of these two functions; null stays null. */
  static <T> Converter<String, T> of(
      Class<T> type, Function<String, T> from, Function<T, String> to) {
    return Converter.ofNullable(String.class, type, from, to);
  }

  /** The form of an array of what has this form. */
  static <T> Converter<String, T[]> array(Converter<String, T> element) {
    Class<T> type = element.toType();
    @SuppressWarnings("unchecked") // the class of an array of T
    Class<T[]> array = (Class<T[]>) type.arrayType();
    return of(
        array,
        text -> {
          String[] texts = PostgresUtils.toPGArray(text).toArray(String[]::new);
          @SuppressWarnings("unchecked") // made for this element type
          T[] values = (T[]) Array.newInstance(type, texts.length);
          Arrays.setAll(values, index -> element.from(texts[index]));
          return values;
        },
        values ->
            PostgresUtils.toPGArrayString(
                Arrays.stream(values).map(element::to).toArray(String[]::new)));
  }
}
