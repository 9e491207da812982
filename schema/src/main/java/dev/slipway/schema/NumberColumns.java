package dev.slipway.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The columns of numbers that a table definition can have, two methods each: with a name, and named
 * by their field.
 */
abstract class NumberColumns extends JooqTable {

  NumberColumns(@Nullable String schema, String name, @Nullable AliasRequest alias) {
    super(schema, name, alias);
  }

  /** A 2 byte integer. */
  protected final Column<Short> smallint(String name) {
    return add(name, ValueType.smallint());
  }

  /** The same, named by its field. */
  protected final Column<Short> smallint() {
    return add(ValueType.smallint());
  }

  /** A 4 byte integer. */
  protected final Column<Integer> integer(String name) {
    return add(name, ValueType.integer());
  }

  /** The same, named by its field. */
  protected final Column<Integer> integer() {
    return add(ValueType.integer());
  }

  /** An 8 byte integer. */
  protected final Column<Long> bigint(String name) {
    return add(name, ValueType.bigint());
  }

  /** The same, named by its field. */
  protected final Column<Long> bigint() {
    return add(ValueType.bigint());
  }

  /** An exact decimal number of any precision. */
  protected final Column<BigDecimal> numeric(String name) {
    return add(name, ValueType.numeric());
  }

  /** The same, named by its field. */
  protected final Column<BigDecimal> numeric() {
    return add(ValueType.numeric());
  }

  /** An exact decimal number of so many digits, of which so many after the point. */
  protected final Column<BigDecimal> numeric(String name, int precision, int scale) {
    return add(name, ValueType.numeric(precision, scale));
  }

  /** The same, named by its field. */
  protected final Column<BigDecimal> numeric(int precision, int scale) {
    return add(ValueType.numeric(precision, scale));
  }

  /** A 4 byte floating point number. */
  protected final Column<Float> real(String name) {
    return add(name, ValueType.real());
  }

  /** The same, named by its field. */
  protected final Column<Float> real() {
    return add(ValueType.real());
  }

  /** An 8 byte floating point number. */
  protected final Column<Double> doublePrecision(String name) {
    return add(name, ValueType.doublePrecision());
  }

  /** The same, named by its field. */
  protected final Column<Double> doublePrecision() {
    return add(ValueType.doublePrecision());
  }

  /**
   * * An amount of money as the server's locale spells it, such as {@code $1.50}; a {@link
   * #numeric} is the better choice for anything new.
   */
  protected final Column<String> money(String name) {
    return add(name, ValueType.money());
  }

  /** The same, named by its field. */
  protected final Column<String> money() {
    return add(ValueType.money());
  }

  /** A 2 byte integer that counts up, from a sequence of its own. */
  protected final Column<Short> smallserial(String name) {
    return smallint(name).serial();
  }

  /** The same, named by its field. */
  protected final Column<Short> smallserial() {
    return smallint().serial();
  }

  /** A 4 byte integer that counts up, from a sequence of its own. */
  protected final Column<Integer> serial(String name) {
    return integer(name).serial();
  }

  /** The same, named by its field. */
  protected final Column<Integer> serial() {
    return integer().serial();
  }

  /** An 8 byte integer that counts up, from a sequence of its own. */
  protected final Column<Long> bigserial(String name) {
    return bigint(name).serial();
  }

  /** The same, named by its field. */
  protected final Column<Long> bigserial() {
    return bigint().serial();
  }
}
