package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a type as the server prints it, taken apart.
 *
 * @param base the name without modifiers: {@code timestamp without time zone}
 * @param modifiers the numbers in parentheses: length, or precision and scale; empty where there
 *     are none
 * @param array whether it is an array of that type
 */
record TypeName(String base, List<Integer> modifiers, boolean array) {

  private static final Pattern FORM =
      Pattern.compile("([a-z ]+?)(?:\\((-?\\d+(?:,-?\\d+)?)\\))?( with(?:out)? time zone)?(\\[])?");

  /** A name that is not of a built-in type is its own base. */
  static TypeName parse(String printed) {
    Matcher parts = FORM.matcher(printed);
    if (!parts.matches()) {
      boolean isArray = printed.endsWith("[]");
      return new TypeName(
          isArray ? printed.substring(0, printed.length() - 2) : printed, List.of(), isArray);
    }
    var modifiers = new ArrayList<Integer>();
    if (parts.group(2) != null) {
      for (String number : parts.group(2).split(",")) {
        modifiers.add(Integer.valueOf(number));
      }
    }
    String zone = parts.group(3) == null ? "" : parts.group(3);
    return new TypeName(parts.group(1) + zone, List.copyOf(modifiers), parts.group(4) != null);
  }

  /** The type of its elements. */
  TypeName element() {
    return new TypeName(base, modifiers, false);
  }

  boolean isText() {
    return !array
        && (base.equals("text") || base.equals("character varying") || base.equals("character"));
  }

  boolean isInteger() {
    return !array && (base.equals("smallint") || base.equals("integer") || base.equals("bigint"));
  }

  boolean isNumber() {
    return isInteger()
        || (!array
            && (base.equals("numeric") || base.equals("real") || base.equals("double precision")));
  }

  /** The least value of an integer type. */
  long least() {
    return -greatest() - 1;
  }

  /** The greatest value of an integer type. */
  long greatest() {
    return switch (base) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      case "bigint" -> Long.MAX_VALUE;
      default -> throw new IllegalStateException(base + " is no integer type");
    };
  }
}
