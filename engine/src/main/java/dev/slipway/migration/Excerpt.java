package dev.slipway.migration;

/**
 * A place in a text as a reader finds it.
 *
 * @param line the line, from 1
 * @param column the character of the line, from 1
 * @param shown the line with a caret under the place
 */
record Excerpt(int line, int column, String shown) {

  private static final int WIDTH = 120;

  /** The place at an offset, in UTF-16 units from 0. */
  static Excerpt of(String text, int offset) {
    int at = Math.min(offset, text.length());
    int begin = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    String whole = text.substring(begin, end < 0 ? text.length() : end);
    int line = 1 + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
    int column = text.codePointCount(begin, at) + 1;
    int cut = Math.max(0, at - begin - WIDTH / 2);
    if (cut > 0 && Character.isLowSurrogate(whole.charAt(cut))) {
      cut--;
    }
    String shown = whole.substring(cut, Math.min(whole.length(), cut + WIDTH)).replace('\t', ' ');
    String number = String.valueOf(line);
    return new Excerpt(
        line,
        column,
        "  "
            + number
            + " | "
            + shown.stripTrailing()
            + "\n  "
            + " ".repeat(number.length())
            + " | "
            + " ".repeat(whole.codePointCount(cut, at - begin))
            + "^");
  }
}
