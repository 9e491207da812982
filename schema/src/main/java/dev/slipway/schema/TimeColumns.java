package dev.slipway.schema;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** The columns of days, times and spans, likewise. */
abstract class TimeColumns extends TextColumns {

  TimeColumns(@Nullable String schema, String name, @Nullable AliasRequest alias) {
    super(schema, name, alias);
  }

  /** A day. */
  protected final Column<LocalDate> date(String name) {
    return add(name, ValueType.date());
  }

  /** The same, named by its field. */
  protected final Column<LocalDate> date() {
    return add(ValueType.date());
  }

  /** A time of day. */
  protected final Column<LocalTime> time(String name) {
    return add(name, ValueType.time());
  }

  /** The same, named by its field. */
  protected final Column<LocalTime> time() {
    return add(ValueType.time());
  }

  /** A time of day, with so many fractional digits of the second. */
  protected final Column<LocalTime> time(String name, int fraction) {
    return add(name, ValueType.time(fraction));
  }

  /** The same, named by its field. */
  protected final Column<LocalTime> time(int fraction) {
    return add(ValueType.time(fraction));
  }

  /** A time of day with an offset from UTC. */
  protected final Column<OffsetTime> timetz(String name) {
    return add(name, ValueType.timetz());
  }

  /** The same, named by its field. */
  protected final Column<OffsetTime> timetz() {
    return add(ValueType.timetz());
  }

  /** A time of day with an offset from UTC, with so many fractional digits of the second. */
  protected final Column<OffsetTime> timetz(String name, int fraction) {
    return add(name, ValueType.timetz(fraction));
  }

  /** The same, named by its field. */
  protected final Column<OffsetTime> timetz(int fraction) {
    return add(ValueType.timetz(fraction));
  }

  /** A date and time without zone. */
  protected final Column<LocalDateTime> timestamp(String name) {
    return add(name, ValueType.timestamp());
  }

  /** The same, named by its field. */
  protected final Column<LocalDateTime> timestamp() {
    return add(ValueType.timestamp());
  }

  /** A date and time without zone, with so many fractional digits of the second. */
  protected final Column<LocalDateTime> timestamp(String name, int fraction) {
    return add(name, ValueType.timestamp(fraction));
  }

  /** The same, named by its field. */
  protected final Column<LocalDateTime> timestamp(int fraction) {
    return add(ValueType.timestamp(fraction));
  }

  /** A point in time. */
  protected final Column<OffsetDateTime> timestamptz(String name) {
    return add(name, ValueType.timestamptz());
  }

  /** The same, named by its field. */
  protected final Column<OffsetDateTime> timestamptz() {
    return add(ValueType.timestamptz());
  }

  /** A point in time, with so many fractional digits of the second. */
  protected final Column<OffsetDateTime> timestamptz(String name, int fraction) {
    return add(name, ValueType.timestamptz(fraction));
  }

  /** The same, named by its field. */
  protected final Column<OffsetDateTime> timestamptz(int fraction) {
    return add(ValueType.timestamptz(fraction));
  }

  /** A span of time. */
  protected final Column<YearToSecond> interval(String name) {
    return add(name, ValueType.interval());
  }

  /** The same, named by its field. */
  protected final Column<YearToSecond> interval() {
    return add(ValueType.interval());
  }
}
