package dev.slipway.pull;

import java.util.stream.Collectors;

/** Literals of Java. */
final class JavaText {

  private JavaText() {}

  /** A string on one line, in quotes. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted.append(c == '"' ? "\\\"" : escaped(c));
    }
    return quoted.append('"').toString();
  }

  /** A string: a text block where it has several lines, whose lines begin at a column. */
  static String of(String text, int column) {
    if (text.indexOf('\n') < 0) {
      return quoted(text);
    }
    String indent = " ".repeat(column);
    String lines =
        text.lines()
            .map(line -> line.isEmpty() ? "" : indent + blockLine(line))
            .collect(Collectors.joining("\n"));
    return "\"\"\"\n" + lines + (text.endsWith("\n") ? "\n" + indent : "") + "\"\"\"";
  }

  /** The compiler strips blanks at the end of a line, but not those that are escaped. */
  private static String blockLine(String line) {
    var escaped = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isLast = i == line.length() - 1;
      if (c == ' ' && isLast) {
        escaped.append("\\s");
      } else if (c == '"' && (isLast || line.startsWith("\"\"\"", i))) {
        escaped.append("\\\"");
      } else {
        escaped.append(escaped(c));
      }
    }
    return escaped.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
