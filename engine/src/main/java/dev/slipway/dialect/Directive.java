package dev.slipway.dialect;

/**
 * A comment that says something to Slipway: {@code -- slipway: NAME: ARGUMENT}.
 *
 * @param name the word after {@code slipway:}, in lower case
 * @param argument the rest of the line without white space around it; empty when there is none
 * @param line the line of the script, from 1
 */
public record Directive(String name, String argument, int line) {

  /**
   * What may be added to a script that was applied already, since it changes nothing of what is
   * there: the value that rows get on the way back.
   */
  public static final String RESTORE = "restore";
}
