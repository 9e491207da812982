package dev.slipway.postgres;

import dev.slipway.catalog.Column;

/** A value of one column as one of another, as an expression. */
final class ValueCast {

  private ValueCast() {}

  /**
   * The expression of a value as one of the column's later type.
   *
   * @param before the column of the value
   * @param after the column that it shall be of
   * @param value the expression of the value
   */
  static String of(Column before, Column after, String value) {
    String using = TypeConversion.of(before.type(), after.type()).using(value, after.type());
    return using == null ? value + "::" + after.type() : using;
  }

  /**
   * That two expressions have different values; compared as texts, since not every type has
   * equality, and byte by byte, since both may have collations of their own.
   */
  static String isOther(String one, String other) {
    return "(" + one + ")::text collate \"C\" is distinct from " + other + "::text collate \"C\"";
  }
}
