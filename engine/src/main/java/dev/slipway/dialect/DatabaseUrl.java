package dev.slipway.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, with the secrets to reach it. Only {@link #value()} shows them. They may
 * change while it is in use: whoever is refused asks with {@link #renew} for new ones. Thread-safe.
 */
public final class DatabaseUrl {

  private static final Pattern SCHEME =
      Pattern.compile("^(jdbc:)?postgres(ql)?:.*", Pattern.DOTALL);

  private static final Set<String> THIS_MACHINE = Set.of("", "localhost", "127.0.0.1", "[::1]");

  /** Strict, so that a password with an unencoded sign is never taken for another part. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:jdbc:)?(?<scheme>postgres(?:ql)?:(?://)?)(?:[^/?#@\\s]*@)?"
              + "(?<host>(?:\\[[0-9a-fA-F:.]+]|[^/?#@:,\\s\\[\\]]*)(?::\\d+)?"
              + "(?:,(?:\\[[0-9a-fA-F:.]+]|[^/?#@:,\\s\\[\\]]*)(?::\\d+)?)*)"
              + "(?<database>(?:/[^/?#@]*)?)(?:\\?(?:[A-Za-z_.]+=[^&#]*(?:&|$))*)?");

  /** What the server is told when a session begins (manual, 20.1.5). */
  private static final Pattern START = Pattern.compile("[?&]options=(?<said>[^&#]*)");

  private final Supplier<String> source;
  private final boolean isFixed;
  private volatile String value;
  private volatile boolean isAccepted;

  /**
   * An address that stays as it is.
   *
   * @param value the address: {@code postgresql://user:password@host:port/database?option=value},
   *     or a JDBC URL
   */
  public DatabaseUrl(String value) {
    this(value, () -> value, /* isFixed= */ true);
  }

  private DatabaseUrl(String value, Supplier<String> source, boolean isFixed) {
    this.isFixed = isFixed;
    this.value = value;
    this.source = source;
  }

  /**
   * An address whose user and password are asked for once more when they are refused.
   *
   * @param value the address as it is now
   * @param source fetches it with the secrets of now
   */
  public static DatabaseUrl renewable(String value, Supplier<String> source) {
    return new DatabaseUrl(value, source, /* isFixed= */ false);
  }

  /** The address as it was fetched last, with its secrets. */
  public String value() {
    return value;
  }

  /** Remembers that the server let somebody in with these secrets. */
  public void accept() {
    isAccepted = true;
  }

  /** Whether the server let somebody in before, with secrets that may be others now. */
  public boolean wasAccepted() {
    return isAccepted && !isFixed;
  }

  /**
   * Fetches the secrets anew after they were refused. An address that leads elsewhere meanwhile is
   * not followed.
   *
   * @param refused the address that was tried
   * @return whether there are others now than those that were tried
   * @throws dev.slipway.error.SlipwayException when they can't be fetched
   */
  public synchronized boolean renew(String refused) {
    if (value.equals(refused)) {
      String now = source.get();
      if (new DatabaseUrl(now).toString().equals(toString())) {
        value = now;
      }
    }
    return !value.equals(refused);
  }

  /** Whether a text has the form of such an address. */
  public static boolean looksLike(String text) {
    return SCHEME.matcher(text).matches();
  }

  /** Whether it can be told what of it is what. */
  public boolean isWellFormed() {
    return SHOWN.matcher(value).matches();
  }

  /** Whether each host is this machine by its usual names. */
  public boolean isThisMachine() {
    Matcher parts = SHOWN.matcher(value);
    if (!parts.matches()) {
      return false;
    }
    return !parts.group("scheme").endsWith("//")
        || Arrays.stream(parts.group("host").split(","))
            .map(host -> host.replaceFirst(":\\d*$", ""))
            .allMatch(THIS_MACHINE::contains);
  }

  /** What is behind a name in the options; null where the name is not there. */
  public @Nullable String option(String name) {
    Matcher found = Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&#]*)").matcher(value);
    return found.find()
        ? URLDecoder.decode(found.group(1).replace("+", "%2B"), StandardCharsets.UTF_8)
        : null;
  }

  /**
   * Another database of the same server, for the same user.
   *
   * @throws IllegalArgumentException when the address does not say where which part is
   */
  public DatabaseUrl withDatabase(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return changed(address -> {
      Matcher parts = SHOWN.matcher(address);
      if (!parts.matches() || !parts.group("scheme").endsWith("//")) {
        throw new IllegalArgumentException(this + " has no place for another database's name");
      }
      return address.substring(0, parts.start("database"))
          + "/"
          + encoded
          + address.substring(parts.end("database"));
    });
  }

  /**
   * The same, where each session takes a role as it begins. It is the session's own default then:
   * {@code reset role} and {@code discard all} lead back to it.
   *
   * @param role the role, which the user has to be a member of
   */
  public DatabaseUrl as(String role) {
    String word = role.replace("\\", "\\\\").replace(" ", "\\ ");
    return changed(address -> {
      Matcher start = START.matcher(address);
      boolean isThere = start.find();
      String said =
          isThere
              ? URLDecoder.decode(start.group("said").replace("+", "%2B"), StandardCharsets.UTF_8)
                  + " "
              : "";
      String option =
          URLEncoder.encode(said + "-c role=" + word, StandardCharsets.UTF_8).replace("+", "%20");
      return isThere
          ? address.substring(0, start.start("said"))
              + option
              + address.substring(start.end("said"))
          : address + (address.contains("?") ? "&" : "?") + "options=" + option;
    });
  }

  /** Whether its sessions take a role as they begin. */
  public boolean takesRole() {
    Matcher start = START.matcher(value);
    return start.find() && start.group("said").contains("role%3D");
  }

  private DatabaseUrl changed(UnaryOperator<String> change) {
    return new DatabaseUrl(change.apply(value), () -> change.apply(source.get()), isFixed);
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
