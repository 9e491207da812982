package dev.slipway.pgdump;

import java.util.ArrayList;
import java.util.List;

/**
 * The body of an entry cut into statements. What pg_dump prints ends each statement with a
 * semicolon at the end of a line; within literals, quoted names and dollar quotes one does not
 * count.
 */
final class Statements {

  private Statements() {}

  static List<String> of(String body) {
    List<String> statements = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i);
      if (c == '\'' || c == '"') {
        i = Quotes.end(body, i);
      } else if (c == '$') {
        i = Quotes.dollarEnd(body, i);
      } else if (c == ';' && (i + 1 == body.length() || body.charAt(i + 1) == '\n')) {
        statements.add(body.substring(start, i + 1).strip());
        start = i + 1;
        i++;
      } else {
        i++;
      }
    }
    String rest = body.substring(start).strip();
    if (!rest.isEmpty()) {
      statements.add(rest);
    }
    return statements;
  }

  /**
   * Grants in an order by their text; those that another role gave stay together with the
   * statements that say so.
   */
  static List<String> grants(List<String> statements) {
    List<String> groups = new ArrayList<>();
    String session = "";
    for (String statement : statements) {
      if (statement.startsWith("SET SESSION AUTHORIZATION")) {
        session = statement + "\n";
      } else if (statement.startsWith("RESET SESSION AUTHORIZATION")) {
        session = "";
      } else {
        groups.add(session + statement);
      }
    }
    groups.sort(null);
    return groups;
  }
}
