package dev.slipway.pgdump;

import java.util.ArrayList;
import java.util.List;

/** Lists in parentheses within text that the server or pg_dump printed. */
final class Lists {

  private Lists() {}

  /** The parts between the commas of the list itself, in an order by their text. */
  static List<String> sorted(String list) {
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

  /** The place of the parenthesis that closes the one at a place; the end where none does. */
  static int closing(String text, int open) {
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
