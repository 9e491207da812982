package dev.slipway.sample;

/** Texts and names as SQL. The server is asked to read backslashes as they are. */
final class Sql {

  private Sql() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String name(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
