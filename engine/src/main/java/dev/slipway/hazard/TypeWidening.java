package dev.slipway.hazard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which type changes leave the stored values as they are (PostgreSQL manual, ALTER TABLE, Notes:
 * binary coercible types).
 */
final class TypeWidening {

  private static final Pattern VARYING =
      Pattern.compile("(?:character varying|varchar)(?:\\((\\d+)\\))?");

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  private TypeWidening() {}

  /** Whether a value may have no place in the second type, so that a row can stop the change. */
  static boolean canFail(String before, String after) {
    int from = INTEGERS.indexOf(before);
    return convertsValues(before, after) && (from < 0 || from > INTEGERS.indexOf(after));
  }

  /** Whether the values must be converted, and the table written anew. */
  static boolean convertsValues(String before, String after) {
    if (before.equals(after)) {
      return false;
    }
    Matcher from = VARYING.matcher(before);
    Matcher to = VARYING.matcher(after);
    boolean fromText = before.equals("text");
    if (!from.matches() && !fromText) {
      return true;
    }
    if (after.equals("text")) {
      return false;
    }
    if (!to.matches()) {
      return true;
    }
    if (to.group(1) == null) {
      return false;
    }
    return fromText
        || from.group(1) == null
        || Integer.parseInt(to.group(1)) < Integer.parseInt(from.group(1));
  }
}
