package dev.slipway.pgdump;

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
      Pattern.compile(
          "^(CREATE STATISTICS (?:\"(?:[^\"]|\"\")*\"|[^\" ])+ (?:\\([^)]*\\) )?ON )(.*)( FROM"
              + " .*)$",
          Pattern.DOTALL);
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
    int close = Lists.closing(statement, open + 1);
    List<String> parts = Lists.sorted(statement.substring(open + 2, close));
    return statement.substring(0, open + 2) + String.join(",", parts) + statement.substring(close);
  }

  private static String listed(Matcher matcher, String body) {
    return matcher.matches()
        ? matcher.group(1) + String.join(",", Lists.sorted(matcher.group(2))) + matcher.group(3)
        : body;
  }
}
