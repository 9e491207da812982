package dev.slipway.pgdump;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where what is quoted ends, in text that the server or pg_dump printed. */
final class Quotes {

  private static final Pattern TAG =
      Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][A-Za-z0-9_\\x80-\\uffff]*)?\\$");

  private Quotes() {}

  /**
   * The place after a literal or quoted name that begins at a place. A quote within is doubled, and
   * the printed form of a backslash is doubled too, so neither needs more care.
   */
  static int end(String text, int at) {
    int end = text.indexOf(text.charAt(at), at + 1);
    return end < 0 ? text.length() : end + 1;
  }

  /** The place after a dollar-quoted text that begins at a place; the next place if none does. */
  static int dollarEnd(String text, int at) {
    boolean isInName = at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1));
    Matcher tag = TAG.matcher(text).region(at, text.length());
    if (isInName || !tag.lookingAt()) {
      return at + 1;
    }
    int end = text.indexOf(tag.group(), tag.end());
    return end < 0 ? text.length() : end + tag.group().length();
  }
}
