package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database address in the driver's terms.
 *
 * @param url the driver's address, without a secret
 * @param properties user, password and every option
 */
record ConnectionAddress(String url, Properties properties) {

  private static final String HOST = "(?:\\[[0-9a-fA-F:.]+]|[^/?#@:,\\s\\[\\]]*)(?::\\d+)?";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?:"
              + "(?://(?:(?<user>[^/?#@:\\s]*)(?::(?<password>[^/?#@\\s]*))?@)?"
              + ("(?<hosts>" + HOST + "(?:," + HOST + ")*)")
              + "(?:/(?<database>[^/?#@\\s]*))?|(?<alone>[^/?#@:\\s]+))"
              + "(?:\\?(?<options>(?:[A-Za-z_.]+=[^&#@]*(?:&|$))*))?");

  private static final Pattern PORT = Pattern.compile(":(\\d+)(?:,|$)");
  private static final int HIGHEST_PORT = 65_535;

  /** What libpq calls otherwise than the driver. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "channel_binding", "channelBinding",
          "username", "user");

  private static final Set<String> DRIVER_OPTIONS = driverOptions();

  private static Set<String> driverOptions() {
    String any = "jdbc:postgresql://localhost/";
    try {
      return Arrays.stream(DriverManager.getDriver(any).getPropertyInfo(any, new Properties()))
          .map(option -> option.name)
          .collect(Collectors.toUnmodifiableSet());
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL's driver is not there", e);
    }
  }

  static ConnectionAddress parse(DatabaseUrl url) {
    return parse(url.value());
  }

  static ConnectionAddress parse(String value) {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw bad("It does not have the form postgresql://user:password@host:port/database.");
    }
    var properties = new Properties();
    String options = parts.group("options");
    for (String option : options == null ? new String[0] : options.split("&")) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        String name = option.substring(0, equals);
        properties.setProperty(known(name), decoded(option.substring(equals + 1)));
      }
    }
    put(properties, "user", parts.group("user"));
    put(properties, "password", parts.group("password"));
    String hosts = parts.group("hosts");
    demandPorts(hosts == null ? "" : hosts);
    String database = parts.group("alone") != null ? parts.group("alone") : parts.group("database");
    String address =
        "jdbc:postgresql://"
            + (hosts == null || hosts.isEmpty() ? "localhost" : hosts)
            + "/"
            + (database == null || database.isEmpty()
                ? properties.getProperty("user", "")
                : database);
    return new ConnectionAddress(address, properties);
  }

  @Override
  public String toString() {
    return url;
  }

  private static void put(Properties properties, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      properties.setProperty(name, decoded(value));
    }
  }

  /** The driver passes over what it does not know, and {@code sslmod=require} protects nothing. */
  private static String known(String option) {
    String name = DRIVER_NAMES.getOrDefault(option, option);
    if (!DRIVER_OPTIONS.contains(name)) {
      throw new SlipwayException(
          PostgresError.BAD_DATABASE_URL,
          "The database address has the option \"" + option + "\", which is not known.",
          "Mend its name, or take it out of the address; sslmode and connect_timeout are such"
              + " options.");
    }
    return name;
  }

  private static void demandPorts(String hosts) {
    Matcher port = PORT.matcher(hosts);
    while (port.find()) {
      if (port.group(1).length() > 5 || Integer.parseInt(port.group(1)) > HIGHEST_PORT) {
        throw new SlipwayException(
            PostgresError.BAD_DATABASE_URL,
            "The database address names the port " + port.group(1) + "; the highest is 65535.",
            "Mend the port in the address.");
      }
    }
  }

  /** Decodes %XX, and leaves a plus sign alone as libpq does. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad("Its user, password or options hold a % that is not followed by two hex digits.");
    }
  }

  private static SlipwayException bad(String why) {
    return new SlipwayException(
        PostgresError.BAD_DATABASE_URL,
        "The database address cannot be read. " + why,
        "Write user and password percent-encoded where they hold one of @ : / ? # % or a space,"
            + " for example %40 for @.");
  }
}
