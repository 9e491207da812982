package dev.slipway.dialect;

import java.util.List;

/**
 * The text that an engine's own program wrote of a database, without what only that program's
 * counterpart understands.
 *
 * @param text the text; what was left out of it is blank, so that every line has its number
 * @param leftOut what is left out although it says something, such as rows
 */
public record Dump(String text, List<LeftOut> leftOut) {

  /** Copies the list. */
  public Dump {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Something that a dump says and a schema has no place for.
   *
   * @param line the line on which it begins, from 1
   * @param what the words it begins with
   */
  public record LeftOut(int line, String what) {}
}
