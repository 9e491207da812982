package dev.slipway.pull;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two stretches of Java say the same, whatever white space they have. */
final class Wording {

  private Wording() {}

  /** The text without white space outside of literals. */
  static String of(String java) {
    var plain = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      if (java.startsWith("\"\"\"", i) && !isQuoted) {
        int end = java.indexOf("\"\"\"", i + 3);
        int last = end < 0 ? java.length() : end + 3;
        String block = java.substring(i, last);
        plain.append(block.lines().map(String::strip).collect(Collectors.joining("\n")));
        i = last - 1;
      } else if (isQuoted && c == '\\') {
        plain.append(c).append(i + 1 < java.length() ? java.charAt(i + 1) : ' ');
        i++;
      } else {
        isQuoted ^= c == '"';
        if (isQuoted || !Character.isWhitespace(c)) {
          plain.append(c);
        }
      }
    }
    return plain.toString();
  }

  /** The chain that calls of a source make. */
  static String of(List<Parsed.Call> calls) {
    return of(calls.stream().map(Parsed.Call::text).collect(Collectors.joining()));
  }

  /** The chain as it would be printed. */
  static String of(Chain chain) {
    return of(String.join("", chain.calls()));
  }

  /** The method of a printed call, which a variable may stand before. */
  static String method(String call) {
    String before = call.substring(0, call.indexOf('('));
    return before.substring(Math.max(before.lastIndexOf('.'), before.lastIndexOf(' ')) + 1);
  }

  /**
   * By what a clause is found although it is worded otherwise: its method and the name it gives;
   * null for one without a name.
   */
  static @Nullable String name(List<Parsed.Call> calls) {
    String method = calls.get(0).method();
    String own =
        List.of("policy", "check", "publication", "with", "statistics", "partition")
                .contains(method)
            ? calls.get(0).literal()
            : null;
    for (Parsed.Call call : calls) {
      own = call.method().equals("named") && own == null ? call.literal() : own;
    }
    return own == null ? null : method + " " + own;
  }

  /** Likewise of a printed chain. */
  static @Nullable String name(Chain chain) {
    return name(
        chain.calls().stream()
            .map(call -> new Parsed.Call(method(call), call, new Parsed.Span(0, 0), literal(call)))
            .toList());
  }

  /** The string that a printed call begins with; null for another. */
  static @Nullable String literal(String call) {
    int open = call.indexOf('(');
    if (!call.startsWith("\"", open + 1)) {
      return null;
    }
    var literal = new StringBuilder();
    for (int i = open + 2; i < call.length() && call.charAt(i) != '"'; i++) {
      boolean isEscaped = call.charAt(i) == '\\' && i + 1 < call.length();
      literal.append(call.charAt(isEscaped ? ++i : i));
    }
    return literal.toString();
  }
}
