package dev.slipway.sample;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a simple regular expression matches: letters, classes, {@code \d \w \s .} and how
 * often they come. Of anything else nothing is known; the server says what fits.
 */
final class Patterns {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  private final String pattern;
  private final Random random;
  private int at;

  private Patterns(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
  }

  /** A text; null where the expression is none, or not a simple one. */
  static @Nullable String of(String pattern, Random random) {
    boolean isOne = pattern.startsWith("^") && pattern.matches("[^()|]+");
    return isOne ? new Patterns(pattern, random).text() : null;
  }

  private @Nullable String text() {
    StringBuilder text = new StringBuilder();
    at = 1;
    while (at < pattern.length() && pattern.charAt(at) != '$') {
      String choices = atom();
      if (choices.isEmpty()) {
        return null;
      }
      int times = times();
      for (int i = 0; i < times; i++) {
        text.append(choices.charAt(random.nextInt(choices.length())));
      }
    }
    return text.toString();
  }

  private String atom() {
    char first = pattern.charAt(at++);
    return switch (first) {
      case '[' -> bracket();
      case '.' -> LETTERS + DIGITS;
      case '\\' -> at < pattern.length() ? escaped(pattern.charAt(at++)) : "";
      default -> String.valueOf(first);
    };
  }

  private static String escaped(char letter) {
    return switch (letter) {
      case 'd' -> DIGITS;
      case 'w' -> LETTERS + DIGITS;
      case 's' -> " ";
      default -> String.valueOf(letter);
    };
  }

  private String bracket() {
    int end = pattern.indexOf(']', at);
    if (end < 0) {
      return "";
    }
    String inside = pattern.substring(at, end);
    at = end + 1;
    boolean isOthers = inside.startsWith("^");
    StringBuilder choices = new StringBuilder();
    for (int i = isOthers ? 1 : 0; i < inside.length(); i++) {
      char letter = inside.charAt(i);
      if (letter == '\\' && i + 1 < inside.length()) {
        i++;
        choices.append(escaped(inside.charAt(i)));
      } else if (i + 2 < inside.length() && inside.charAt(i + 1) == '-') {
        for (char each = letter; each <= inside.charAt(i + 2); each++) {
          choices.append(each);
        }
        i += 2;
      } else {
        choices.append(letter);
      }
    }
    return isOthers
        ? (LETTERS + DIGITS)
            .replaceAll("[" + java.util.regex.Pattern.quote(choices.toString()) + "]", "")
        : choices.toString();
  }

  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    return switch (pattern.charAt(at)) {
      case '+', '*' -> {
        at++;
        yield 4;
      }
      case '?' -> {
        at++;
        yield random.nextInt(2);
      }
      case '{' -> braces();
      default -> 1;
    };
  }

  private int braces() {
    int end = pattern.indexOf('}', at);
    String often = end < 0 ? "" : pattern.substring(at + 1, end);
    at = end < 0 ? at + 1 : end + 1;
    String least = often.replaceFirst(",.*", "");
    return least.matches("\\d{1,3}")
        ? Math.max(Integer.parseInt(least), often.contains(",") ? 3 : 0)
        : 1;
  }
}
