package dev.slipway.dialect;

import java.util.regex.Pattern;

/**
 * Where a database is, with the secrets to reach it. Only {@link #value()} shows them.
 *
 * @param value the address: {@code postgresql://user:password@host:port/database?option=value}, or
 *     a JDBC URL
 */
public record DatabaseUrl(String value) {

  private static final Pattern SCHEME =
      Pattern.compile("^(jdbc:)?postgres(ql)?:.*", Pattern.DOTALL);

  /** Whether a text has the form of such an address. */
  public static boolean looksLike(String text) {
    return SCHEME.matcher(text).matches();
  }

  /** The address without user, password and options, as it may be shown. */
  @Override
  public String toString() {
    String shown = value.replaceFirst("^jdbc:", "").replaceFirst("[?#].*$", "");
    return shown.replaceFirst("//[^/]*@", "//");
  }
}
