package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What several kinds of clauses have in common: storage parameters and comments. */
final class ClauseParts {

  private ClauseParts() {}

  /** The storage parameters with one more. */
  static Map<String, String> with(
      String place, Map<String, String> options, String parameter, Object value) {
    Names.checked(place, "storage parameter", parameter);
    var more = new LinkedHashMap<>(options);
    more.put(parameter, String.valueOf(value));
    return Collections.unmodifiableMap(more);
  }

  /** The comment of something that can be found by its name. */
  static @Nullable String comment(
      String place, String what, @Nullable String name, @Nullable String comment) {
    if (comment != null && name == null) {
      throw new SlipwayException(
          DefinitionError.COMMENT_INVALID,
          place
              + ": "
              + what
              + " has a comment and no name, so only the server knows what it is on.",
          "Name it, with named(\"...\").");
    }
    return comment;
  }
}
