package dev.slipway.postgres;

import java.util.List;

/**
 * The SQL that says what a row was given: the names of the columns whose texts differ, and their
 * new texts.
 *
 * <p>Texts are compared one by one, and only those that differ are put into JSON: with both rows as
 * JSON it took two and a half times as long. They are compared as bytes, since a collation may take
 * different texts for equal (manual, 24.2.2.4 Nondeterministic Collations).
 */
final class RowDifference {

  private RowDifference() {}

  /**
   * A column.
   *
   * @param name what it is called in the result
   * @param was its text before, as SQL
   * @param now its text after, as SQL
   */
  record Texts(String name, String was, String now) {

    /** Its name and new text, or null. */
    private String changed() {
      return "case when "
          + was
          + " collate pg_catalog.\"C\" is distinct from "
          + now
          + " collate pg_catalog.\"C\" then array["
          + Quoting.literal(name)
          + ", "
          + now
          + "] end";
    }
  }

  /** As an object by column; null where no column differs. */
  static String object(List<Texts> columns) {
    return "pg_catalog.jsonb_object("
        + (columns.isEmpty() ? "null::pg_catalog.text[]" : changed(columns))
        + ")";
  }

  /** In halves, so that the depth of the expression is small for any number of columns. */
  private static String changed(List<Texts> columns) {
    if (columns.size() == 1) {
      return columns.getFirst().changed();
    }
    int half = columns.size() / 2;
    return "("
        + changed(columns.subList(0, half))
        + " operator(pg_catalog.||) "
        + changed(columns.subList(half, columns.size()))
        + ")";
  }
}
