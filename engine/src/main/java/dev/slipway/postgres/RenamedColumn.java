package dev.slipway.postgres;

import dev.slipway.catalog.Constraint;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text of keys and expressions, as the server prints it of one table, that names another column.
 * The server prints a column in one way only: its name alone. Where a word could be something else,
 * there is no such text.
 */
final class RenamedColumn {

  /** What may stand before a column, beside operators and punctuation. */
  private static final Set<String> BEFORE =
      Set.of(
          "and",
          "or",
          "not",
          "when",
          "then",
          "else",
          "case",
          "from",
          "in",
          "between",
          "symmetric",
          "like",
          "ilike",
          "to",
          "is",
          "distinct",
          "escape",
          "zone");

  /** What follows in the name of a type of several words. */
  private static final Set<String> OF_TYPES =
      Set.of(
          "varying",
          "precision",
          "time",
          "with",
          "without",
          "zone",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "to");

  private final Tokens tokens;
  private final String name;

  private RenamedColumn(Tokens tokens, String name) {
    this.tokens = tokens;
    this.name = name;
  }

  /**
   * The text with another column in the place of one.
   *
   * @return null where it can't be told what the name stands for
   */
  static @Nullable String in(String text, String name, String other) {
    return new RenamedColumn(Tokens.of(text), name).in(text, Quoting.identifier(other));
  }

  /**
   * The definition of a constraint with another column of its own table in the place of one.
   *
   * @return null where it can't be told what the name stands for
   */
  static @Nullable String inConstraint(Constraint constraint, String name, String other) {
    String text = constraint.definition();
    if (constraint.type() != Constraint.Type.FOREIGN_KEY) {
      return in(text, name, other);
    }
    Tokens tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      int open = i;
      while (tokens.is(i, "references") && open < tokens.size() && !tokens.is(open, "(")) {
        open++;
      }
      int close = open == i ? -1 : tokens.closing(open);
      if (close > 0) {
        int start = tokens.list().get(i).start();
        int end = tokens.list().get(close).end();
        String head = in(text.substring(0, start), name, other);
        String tail = in(text.substring(end), name, other);
        return head == null || tail == null ? null : head + text.substring(start, end) + tail;
      }
    }
    return null;
  }

  private @Nullable String in(String text, String other) {
    var result = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Tokens.Token token = tokens.list().get(i);
      if (!token.isName() || !token.name().equals(name) || isOfOther(i)) {
        continue;
      }
      if (!isColumn(i) || isStorageParameter(i)) {
        return null;
      }
      result.append(text, copied, token.start()).append(other);
      copied = token.end();
    }
    return result.append(text.substring(copied)).toString();
  }

  /** Of a type, a routine, an argument or a field of a time. */
  private boolean isOfOther(int place) {
    return isOfType(place)
        || tokens.is(place + 1, "(")
        || tokens.is(place + 1, "=>")
        || (tokens.is(place - 1, "(") && tokens.is(place - 2, "extract"))
        || tokens.are(place - 2, "at", "time");
  }

  /** Those of an index stand behind its keys. */
  private boolean isStorageParameter(int place) {
    for (int i = 0; i < place; i++) {
      if (tokens.are(i, "with", "(") && place < tokens.closing(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfType(int place) {
    int first = place;
    while (first > 0
        && OF_TYPES.contains(tokens.list().get(first).text().toLowerCase(Locale.ROOT))
        && tokens.list().get(first - 1).isName()) {
      first--;
    }
    return tokens.are(first - 2, ":", ":");
  }

  private boolean isColumn(int place) {
    if (place == 0) {
      return false;
    }
    Tokens.Token before = tokens.list().get(place - 1);
    return switch (before.kind()) {
      case OPERATOR -> true;
      case PUNCTUATION -> before.is("(") || before.is(",") || before.is("[");
      case WORD -> BEFORE.contains(before.text().toLowerCase(Locale.ROOT));
      case NUMBER, QUOTED, LINE_COMMENT, BLOCK_COMMENT, END -> false;
    };
  }
}
