package dev.slipway.pgdump;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, as the environment of a client program (PostgreSQL manual, 34.15), so that
 * the password stands on no command line.
 *
 * @param environment the variables, a secret among them
 */
public record ClientAddress(Map<String, String> environment) {

  /** What the options of an address are called in the environment. */
  private static final Map<String, String> CLIENT_NAMES =
      Map.of(
          "sslmode", "PGSSLMODE",
          "sslrootcert", "PGSSLROOTCERT",
          "sslcert", "PGSSLCERT",
          "sslkey", "PGSSLKEY",
          "channelBinding", "PGCHANNELBINDING",
          "channel_binding", "PGCHANNELBINDING",
          "connectTimeout", "PGCONNECT_TIMEOUT",
          "connect_timeout", "PGCONNECT_TIMEOUT",
          "options", "PGOPTIONS");

  private static final Pattern PLACE =
      Pattern.compile("(?:.*@)?(?<host>\\[[^]]*]|[^:,@\\[\\]]*)(?::(?<port>\\d+))?");

  /** Copies the variables. */
  public ClientAddress {
    environment = Map.copyOf(environment);
  }

  /**
   * The variables of an address.
   *
   * @throws SlipwayException {@link PgDumpError#ADDRESS_NOT_FOR_CLIENTS} for one that has no such
   *     form, as one of several hosts
   */
  public static ClientAddress of(DatabaseUrl url) {
    URI uri = parse(url);
    Map<String, String> options = options(uri);
    Map<String, String> environment = new LinkedHashMap<>();
    Matcher place = place(url, uri);
    String host = place.group("host").replaceAll("[\\[\\]]", "");
    environment.put("PGHOST", host.isEmpty() ? "localhost" : host);
    environment.put("PGPORT", place.group("port") == null ? "5432" : place.group("port"));
    String path = uri.getPath();
    environment.put("PGDATABASE", path == null || path.length() < 2 ? "" : path.substring(1));
    String[] login = login(uri);
    environment.put("PGUSER", options.getOrDefault("user", login[0]));
    environment.put("PGPASSWORD", options.getOrDefault("password", login[1]));
    CLIENT_NAMES.forEach((option, variable) -> {
      String value = options.get(option);
      if (value != null) {
        environment.put(variable, value);
      }
    });
    return new ClientAddress(environment);
  }

  /** Read here, since a {@link URI} knows no host with an underscore, as containers have them. */
  private static Matcher place(DatabaseUrl url, URI uri) {
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    Matcher place = PLACE.matcher(authority);
    if (!place.matches()) {
      throw notForClients(url);
    }
    return place;
  }

  private static URI parse(DatabaseUrl url) {
    try {
      URI uri = new URI(url.value().replaceFirst("^jdbc:", ""));
      if (!uri.isOpaque()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Its message would repeat the address with the password in it.
      throw notForClients(url);
    }
    throw notForClients(url);
  }

  private static SlipwayException notForClients(DatabaseUrl url) {
    return new SlipwayException(
        PgDumpError.ADDRESS_NOT_FOR_CLIENTS,
        "The address of " + url + " can't be told to a client program.",
        "Write it as postgresql://user:password@host:port/database.");
  }

  private static Map<String, String> options(URI uri) {
    Map<String, String> options = new HashMap<>();
    String query = uri.getRawQuery();
    for (String option : query == null ? new String[0] : query.split("&")) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals), decoded(option.substring(equals + 1)));
      }
    }
    return options;
  }

  private static String[] login(URI uri) {
    String authority = uri.getRawAuthority();
    if (authority == null || authority.indexOf('@') < 0) {
      return new String[] {"", ""};
    }
    String info = authority.substring(0, authority.lastIndexOf('@'));
    int colon = info.indexOf(':');
    return colon < 0
        ? new String[] {decoded(info), ""}
        : new String[] {decoded(info.substring(0, colon)), decoded(info.substring(colon + 1))};
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return environment.get("PGHOST") + ":" + environment.get("PGPORT");
  }
}
