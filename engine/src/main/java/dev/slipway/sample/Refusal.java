package dev.slipway.sample;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the server refused a row.
 *
 * @param constraint the name of the constraint; empty where it is none
 * @param message what it said, in one line
 */
record Refusal(String constraint, String message) {

  private static final Pattern NAMED = Pattern.compile("constraint \"(.*?)\"(?: of |$|\\R)");
  private static final Pattern COLUMN = Pattern.compile("in column \"(.*?)\" of ");

  static Refusal of(SQLException refusal) {
    String message =
        String.valueOf(refusal.getMessage()).lines().findFirst().orElse("").replace("ERROR: ", "");
    Matcher named = NAMED.matcher(message);
    return new Refusal(named.find() ? named.group(1) : "", message);
  }

  /** The column that must not be null and was; empty where it is about something else. */
  String nullColumn() {
    Matcher column = COLUMN.matcher(message);
    return message.startsWith("null value") && column.find() ? column.group(1) : "";
  }
}
