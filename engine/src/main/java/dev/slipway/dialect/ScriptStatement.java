package dev.slipway.dialect;

/**
 * One statement of a script.
 *
 * @param sql the statement as it is written, without the comments and white space around it and
 *     without a final semicolon
 * @param line the line of the script on which it begins, from 1
 * @param offset the place in the script of its first character, from 0
 */
public record ScriptStatement(String sql, int line, int offset) {}
