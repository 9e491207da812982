package dev.slipway.pull;

import java.util.Locale;

/** The names that a definition gives by itself: see {@code NamingStrategy.SNAKE_CASE}. */
final class Names {

  private Names() {}

  /** Whether a definition gives this name to what has that name in Java. */
  static boolean gives(String javaName, String name) {
    return of(javaName).equals(name);
  }

  /** The name that a definition gives to what has this name in Java. */
  static String of(String javaName) {
    return javaName
        .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1_$2")
        .replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
