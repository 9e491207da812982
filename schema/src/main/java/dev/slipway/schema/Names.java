package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules for names. */
final class Names {

  private static final int LIMIT = 63;

  private Names() {}

  /** The name, if the database takes it as it is. */
  static String checked(String place, String what, String name) {
    int bytes = bytes(name);
    String problem = null;
    if (name.isBlank()) {
      problem = "is empty";
    } else if (bytes > LIMIT) {
      problem = "has " + bytes + " bytes; PostgreSQL cuts names at " + LIMIT;
    } else if (name.indexOf('\0') >= 0) {
      problem = "holds a null character";
    }
    if (problem != null) {
      throw new SlipwayException(
          DefinitionError.NAME_INVALID,
          place + ": the " + what + " \"" + name.replace("\0", "\\0") + "\" " + problem + ".",
          "Give it a name of 1 to " + LIMIT + " bytes.");
    }
    return name;
  }

  /** A former name, {@code name} or {@code schema.name}; null for an empty one. */
  static @Nullable QualifiedName former(String place, @Nullable String schema, String given) {
    if (given.isEmpty()) {
      return null;
    }
    int dot = given.indexOf('.');
    return new QualifiedName(
        dot < 0 ? schema : checked(place, "former schema", given.substring(0, dot)),
        checked(place, "former name", given.substring(dot + 1)));
  }

  /** {@code TaskStatus} as {@code task_status}, {@code HTTPVerb} as {@code http_verb}. */
  static String snakeCase(String camelCase) {
    return camelCase
        .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1_$2")
        .replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
