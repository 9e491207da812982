package dev.slipway.clients;

import java.util.regex.Pattern;

/**
 * Which lines of a client program say what went wrong. Statements and rows are left out: a
 * statement may hold the password of a user mapping, and a row is nobody's business.
 */
final class ClientWords {

  private static final Pattern COMPLAINT =
      Pattern.compile("^pg_(dump|restore): (error|fatal|hint|detail): .*");

  private static final Pattern STATEMENT =
      Pattern.compile("^(pg_(dump|restore): detail: )?(Command was|Query was|CONTEXT|DETAIL)\\b.*");

  /** What the programs say of themselves while they work. */
  private static final Pattern OWN = Pattern.compile("^pg_(dump|restore): .*");

  private ClientWords() {}

  static boolean isComplaint(String line) {
    return COMPLAINT.matcher(line).matches() && !STATEMENT.matcher(line).matches();
  }

  static boolean mayTellRows(String line) {
    return !OWN.matcher(line).matches() || STATEMENT.matcher(line).matches();
  }
}
