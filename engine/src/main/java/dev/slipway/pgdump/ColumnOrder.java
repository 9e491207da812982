package dev.slipway.pgdump;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the order of a table's columns out of an entry's text, and what is printed in the order of
 * the columns: their storage and statistics targets, the columns of extended statistics, and column
 * lists of publications.
 */
final class ColumnOrder {

  private static final Pattern STATISTICS =
      Pattern.compile("^(CREATE STATISTICS .*? ON )(.*)( FROM .*)$", Pattern.DOTALL);
  private static final Pattern MEMBER =
      Pattern.compile(
          "^(ALTER PUBLICATION .*? ADD TABLE ONLY [^(]*\\()([^)]*)(\\).*)$", Pattern.DOTALL);

  private ColumnOrder() {}

  static String removed(String title, String body) {
    if (title.startsWith("TABLE ") || title.startsWith("FOREIGN TABLE ")) {
      return Statements.of(body).stream()
          .map(ColumnOrder::table)
          .sorted()
          .reduce("", (one, other) -> one + other + "\n");
    }
    if (title.startsWith("STATISTICS ")) {
      return listed(STATISTICS.matcher(body), body);
    }
    if (title.startsWith("PUBLICATION TABLE ")) {
      return listed(MEMBER.matcher(body), body);
    }
    return body;
  }

  private static String table(String statement) {
    int open = statement.indexOf(" (\n");
    if (!statement.startsWith("CREATE ") || open < 0) {
      return statement;
    }
    int close = closing(statement, open + 1);
    List<String> parts = parts(statement.substring(open + 2, close));
    return statement.substring(0, open + 2) + String.join(",", parts) + statement.substring(close);
  }

  private static String listed(Matcher matcher, String body) {
    return matcher.matches()
        ? matcher.group(1) + String.join(",", parts(matcher.group(2))) + matcher.group(3)
        : body;
  }

  private static List<String> parts(String list) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int i = 0;
    int depth = 0;
    while (i < list.length()) {
      char c = list.charAt(i);
      if (c == '\'' || c == '"') {
        i = Quotes.end(list, i);
        continue;
      }
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i).strip());
        start = i + 1;
      }
      i++;
    }
    parts.add(list.substring(start).strip());
    parts.sort(null);
    return parts;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    int i = open;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        i = Quotes.end(text, i);
        continue;
      }
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
      i++;
    }
    return text.length();
  }
}
