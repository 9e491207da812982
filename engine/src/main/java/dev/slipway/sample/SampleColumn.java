package dev.slipway.sample;

/**
 * A column that takes values.
 *
 * @param number its number in the table, which no other column ever has
 * @param name its name
 * @param type its type
 * @param typmod the length or precision of the type; -1 where it has none
 * @param mayBeNull whether it can be null
 */
record SampleColumn(int number, String name, SampleType type, int typmod, boolean mayBeNull) {

  String quoted() {
    return Sql.name(name);
  }
}
