package dev.slipway.postgres;

import dev.slipway.catalog.Routine.Argument;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a routine as the server prints them, one by one. */
final class RoutineArguments {

  private static final String DEFAULT = " DEFAULT ";

  private RoutineArguments() {}

  static List<Argument> of(String printed) {
    var arguments = new ArrayList<Argument>();
    int start = 0;
    int depth = 0;
    char quote = 0;
    int value = -1;
    for (int i = 0; i <= printed.length(); i++) {
      char c = i < printed.length() ? printed.charAt(i) : ',';
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (depth == 0 && value < 0 && printed.startsWith(DEFAULT, i)) {
        value = i;
      } else if (depth == 0 && c == ',') {
        String declaration = printed.substring(start, value < 0 ? i : value).strip();
        String expression = value < 0 ? null : printed.substring(value + DEFAULT.length(), i);
        arguments.add(new Argument(declaration, expression));
        start = i + 1;
        value = -1;
      }
    }
    return arguments;
  }

  /**
   * Whether {@code create or replace} takes them in place of others: it keeps modes, names and
   * types, and no default goes (manual: CREATE FUNCTION, Notes).
   */
  static boolean canReplace(List<Argument> before, List<Argument> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      Argument then = before.get(i);
      Argument now = after.get(i);
      if (!now.declaration().equals(then.declaration())
          || (now.value() == null && then.value() != null)) {
        return false;
      }
    }
    return true;
  }
}
