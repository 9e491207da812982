package dev.slipway.schema;

import dev.slipway.schema.value.Multirange;
import dev.slipway.schema.value.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The columns of ranges, likewise. */
abstract class RangeColumns extends TimeColumns {

  RangeColumns(@Nullable String schema, String name, @Nullable AliasRequest alias) {
    super(schema, name, alias);
  }

  /** A range of 4 byte integers. */
  protected final Column<Range<Integer>> int4range(String name) {
    return add(name, ValueType.int4range());
  }

  /** The same, named by its field. */
  protected final Column<Range<Integer>> int4range() {
    return add(ValueType.int4range());
  }

  /** A range of 8 byte integers. */
  protected final Column<Range<Long>> int8range(String name) {
    return add(name, ValueType.int8range());
  }

  /** The same, named by its field. */
  protected final Column<Range<Long>> int8range() {
    return add(ValueType.int8range());
  }

  /** A range of exact decimal numbers. */
  protected final Column<Range<BigDecimal>> numrange(String name) {
    return add(name, ValueType.numrange());
  }

  /** The same, named by its field. */
  protected final Column<Range<BigDecimal>> numrange() {
    return add(ValueType.numrange());
  }

  /** A range of days. */
  protected final Column<Range<LocalDate>> daterange(String name) {
    return add(name, ValueType.daterange());
  }

  /** The same, named by its field. */
  protected final Column<Range<LocalDate>> daterange() {
    return add(ValueType.daterange());
  }

  /** A range of dates and times without zone. */
  protected final Column<Range<LocalDateTime>> tsrange(String name) {
    return add(name, ValueType.tsrange());
  }

  /** The same, named by its field. */
  protected final Column<Range<LocalDateTime>> tsrange() {
    return add(ValueType.tsrange());
  }

  /** A range of points in time. */
  protected final Column<Range<OffsetDateTime>> tstzrange(String name) {
    return add(name, ValueType.tstzrange());
  }

  /** The same, named by its field. */
  protected final Column<Range<OffsetDateTime>> tstzrange() {
    return add(ValueType.tstzrange());
  }

  /** Ranges of 4 byte integers. */
  protected final Column<Multirange<Integer>> int4multirange(String name) {
    return add(name, ValueType.int4multirange());
  }

  /** The same, named by its field. */
  protected final Column<Multirange<Integer>> int4multirange() {
    return add(ValueType.int4multirange());
  }

  /** Ranges of 8 byte integers. */
  protected final Column<Multirange<Long>> int8multirange(String name) {
    return add(name, ValueType.int8multirange());
  }

  /** The same, named by its field. */
  protected final Column<Multirange<Long>> int8multirange() {
    return add(ValueType.int8multirange());
  }

  /** Ranges of exact decimal numbers. */
  protected final Column<Multirange<BigDecimal>> nummultirange(String name) {
    return add(name, ValueType.nummultirange());
  }

  /** The same, named by its field. */
  protected final Column<Multirange<BigDecimal>> nummultirange() {
    return add(ValueType.nummultirange());
  }

  /** Ranges of days. */
  protected final Column<Multirange<LocalDate>> datemultirange(String name) {
    return add(name, ValueType.datemultirange());
  }

  /** The same, named by its field. */
  protected final Column<Multirange<LocalDate>> datemultirange() {
    return add(ValueType.datemultirange());
  }

  /** Ranges of dates and times without zone. */
  protected final Column<Multirange<LocalDateTime>> tsmultirange(String name) {
    return add(name, ValueType.tsmultirange());
  }

  /** The same, named by its field. */
  protected final Column<Multirange<LocalDateTime>> tsmultirange() {
    return add(ValueType.tsmultirange());
  }

  /** Ranges of points in time. */
  protected final Column<Multirange<OffsetDateTime>> tstzmultirange(String name) {
    return add(name, ValueType.tstzmultirange());
  }

  /** The same, named by its field. */
  protected final Column<Multirange<OffsetDateTime>> tstzmultirange() {
    return add(ValueType.tstzmultirange());
  }
}
