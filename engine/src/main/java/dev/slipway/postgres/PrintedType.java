package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of the user's types as the server prints them. Which names get quotes differs between the
 * server's versions and {@link Quoting}, so both spellings are known.
 */
final class PrintedType {

  private PrintedType() {}

  /**
   * Whether a printed name is that of a type.
   *
   * @param suffix what follows it, such as {@code []}
   */
  static boolean isNamed(String printed, ObjectId type, String suffix) {
    return suffix.equals(suffix(printed, type));
  }

  /** What follows the name of a type, such as {@code []}; null where it is another's name. */
  static @Nullable String suffix(String printed, ObjectId type) {
    for (String spelled : spellings(type)) {
      if (printed.startsWith(spelled)) {
        String rest = printed.substring(spelled.length());
        if (rest.isEmpty() || rest.startsWith("[") || rest.startsWith("(")) {
          return rest;
        }
      }
    }
    return null;
  }

  /** Every way to print the qualified name of a type. */
  static List<String> spellings(ObjectId type) {
    var all = new ArrayList<String>();
    for (String schema : spellings(type.schema())) {
      for (String name : spellings(type.name())) {
        all.add(schema + "." + name);
      }
    }
    return all;
  }

  private static List<String> spellings(String name) {
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    return name.matches("[a-z_][a-z0-9_]*") ? List.of(name, quoted) : List.of(quoted);
  }
}
