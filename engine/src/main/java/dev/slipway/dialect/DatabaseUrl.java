package dev.slipway.dialect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
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

  /** Strict, so that a password with an unencoded sign is never taken for another part. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:jdbc:)?(?<scheme>postgres(?:ql)?:(?://)?)(?:[^/?#@\\s]*@)?"
              + "(?<host>(?:\\[[0-9a-fA-F:.]+]|[^/?#@:,\\s\\[\\]]*)(?::\\d+)?"
              + "(?:,(?:\\[[0-9a-fA-F:.]+]|[^/?#@:,\\s\\[\\]]*)(?::\\d+)?)*)"
              + "(?<database>(?:/[^/?#@]*)?)(?:\\?(?:[A-Za-z_.]+=[^&#]*(?:&|$))*)?");

  /** Whether a text has the form of such an address. */
  public static boolean looksLike(String text) {
    return SCHEME.matcher(text).matches();
  }

  /**
   * Another database of the same server, for the same user.
   *
   * @throws IllegalArgumentException when the address does not say where which part is
   */
  public DatabaseUrl withDatabase(String name) {
    Matcher parts = SHOWN.matcher(value);
    if (!parts.matches() || !parts.group("scheme").endsWith("//")) {
      throw new IllegalArgumentException(this + " has no place for another database's name");
    }
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return new DatabaseUrl(
        value.substring(0, parts.start("database"))
            + "/"
            + encoded
            + value.substring(parts.end("database")));
  }

  /**
   * The address without user, password and options, as it may be shown; where it is not clear what
   * is what, nothing of it.
   */
  @Override
  public String toString() {
    Matcher parts = SHOWN.matcher(value);
    return parts.matches()
        ? parts.group("scheme") + parts.group("host") + parts.group("database")
        : "a database address that is not well formed";
  }
}
