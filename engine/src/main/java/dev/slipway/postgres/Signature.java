package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import java.util.List;

/**
 * The last name of a routine's identity, taken apart.
 *
 * @param name the routine's own name, exact and unquoted
 * @param types the types of its arguments as the server prints them, joined by commas
 */
record Signature(String name, String types) {

  /**
   * Takes the name apart at the parenthesis that opens the types. The routine's own name may hold
   * any character, but the server puts every type's name in double quotes that is not plain: read
   * from the end, the first parenthesis outside of quotes is the one.
   */
  static Signature of(ObjectId routine) {
    String text = routine.name();
    boolean quoted = false;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '(' && !quoted) {
        return new Signature(text.substring(0, i), text.substring(i + 1, text.length() - 1));
      }
    }
    throw new IllegalArgumentException("the name of a routine has no types: " + text);
  }

  /** The types one by one. */
  List<String> typeList() {
    return Printed.split(types);
  }

  /** A routine as statements name it: {@code public.add(integer, integer)}. */
  static String qualified(ObjectId routine) {
    Signature signature = of(routine);
    return Quoting.identifier(routine.schema())
        + "."
        + Quoting.identifier(signature.name)
        + "("
        + signature.types
        + ")";
  }
}
