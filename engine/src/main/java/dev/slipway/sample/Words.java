package dev.slipway.sample;

import java.util.List;
import java.util.Locale;

/** Values of texts (manual, 8.3). */
final class Words {

  /** What conditions on texts often ask for; {@code #} stands for something that differs. */
  private static final List<String> OTHERS =
      List.of(
          "a#@example.com",
          "https://example.com/#",
          "#",
          "A#",
          "+49151#",
          "2024-03-0#",
          "/a/#",
          "a-#",
          "ABC",
          "DE",
          "{\"a\": #}",
          "#aabbc#",
          "00000000-0000-4000-8000-00000000#",
          "10.0.0.#",
          "abcdefghijklmnopqrstuvwxyz0123456789#",
          "");

  private Words() {}

  /**
   * @param length how long it may be; -1 for any length
   */
  static String of(int length, Draw draw) {
    String text =
        draw.roll() == 0
            ? first(length, draw)
            : other(OTHERS.get((draw.roll() - 1) % OTHERS.size()), draw);
    return length >= 0 && text.length() > length ? text.substring(0, length) : text;
  }

  private static String first(int length, Draw draw) {
    if (draw.digits()) {
      return length < 0 || length >= 4
          ? String.valueOf(draw.key())
          : String.valueOf((int) (Math.pow(10, length - 1.0) + draw.number()));
    }
    return switch (length) {
      case 0 -> "";
      case 1 -> Integer.toString(10 + draw.number() % 26, 36);
      case 2, 3 -> Integer.toString(370 + draw.number(), 36);
      default -> "v" + Integer.toString(draw.key() % 46_656, 36).toLowerCase(Locale.ROOT);
    };
  }

  private static String other(String pattern, Draw draw) {
    boolean isAlone = pattern.equals("#");
    return pattern.equals("#aabbc#")
        ? "#aabbc" + draw.number() % 10
        : pattern.replace("#", String.valueOf(isAlone ? draw.number() + 1 : key(pattern, draw)));
  }

  private static int key(String pattern, Draw draw) {
    return pattern.startsWith("2024") || pattern.startsWith("10.")
        ? 1 + draw.number() % 9
        : pattern.startsWith("0000") ? 7001 + draw.number() % 1000 : draw.key();
  }
}
