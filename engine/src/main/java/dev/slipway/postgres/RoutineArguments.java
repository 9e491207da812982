package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a routine as the server prints them, one by one.
 *
 * @param arguments the arguments in their order
 */
record RoutineArguments(List<Argument> arguments) {

  private static final String DEFAULT = " DEFAULT ";

  /**
   * One argument.
   *
   * @param declaration its mode, name and type
   * @param value the expression of its default; null without one
   */
  record Argument(String declaration, @Nullable String value) {}

  static RoutineArguments of(String printed) {
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
    return new RoutineArguments(List.copyOf(arguments));
  }

  /**
   * Whether {@code create or replace} takes them in place of others, and back: it keeps modes,
   * names and types, and no default goes (manual: CREATE FUNCTION, Notes). That none comes is for
   * the way back.
   */
  boolean canReplace(RoutineArguments before) {
    if (arguments.size() != before.arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      Argument now = arguments.get(i);
      Argument then = before.arguments.get(i);
      if (!now.declaration.equals(then.declaration)
          || (now.value == null) != (then.value == null)) {
        return false;
      }
    }
    return true;
  }
}
