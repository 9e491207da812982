package dev.slipway.pgdump;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the order of options of foreign objects out of a statement's text: the server keeps them in
 * the order in which they were set, and a wrapper knows them by their names. Those of user mappings
 * are secrets, and left out.
 */
final class OptionOrder {

  private static final List<String> TITLES =
      List.of("FOREIGN TABLE ", "SERVER ", "FOREIGN DATA WRAPPER ");
  private static final Pattern OPEN = Pattern.compile("\\bOPTIONS \\(");

  private OptionOrder() {}

  static String removed(String title, String statement) {
    if (title.startsWith("USER MAPPING ")) {
      int open = statement.indexOf(" OPTIONS (\n");
      return open < 0 ? statement : statement.substring(0, open) + ";";
    }
    if (TITLES.stream().noneMatch(title::startsWith)) {
      return statement;
    }
    var text = new StringBuilder();
    int done = 0;
    int i = 0;
    Matcher open = OPEN.matcher(statement);
    while (i < statement.length()) {
      char c = statement.charAt(i);
      if (c == '\'' || c == '"') {
        i = Quotes.end(statement, i);
      } else if (open.region(i, statement.length()).lookingAt()) {
        int close = Lists.closing(statement, open.end() - 1);
        text.append(statement, done, open.end());
        text.append(String.join(", ", Lists.sorted(statement.substring(open.end(), close))));
        done = close;
        i = close;
      } else {
        i++;
      }
    }
    return text.append(statement, done, statement.length()).toString();
  }
}
