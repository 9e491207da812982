package dev.slipway.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Options of foreign data wrappers, servers, tables and columns. The server keeps them as {@code
 * name=value}; a name holds no equals sign.
 */
final class ForeignOptions {

  private ForeignOptions() {}

  static Map<String, String> read(ResultSet row, String column) throws SQLException {
    Map<String, String> options = new TreeMap<>();
    for (String option : SystemQuery.texts(row, column)) {
      int equals = option.indexOf('=');
      options.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return options;
  }

  /** What follows a CREATE: {@code options (host 'a')}; empty for none. */
  static String create(Map<String, String> options) {
    var parts = new ArrayList<String>();
    options.forEach((name, value) -> parts.add(part("", name, value)));
    return clause(parts);
  }

  /** What follows an ALTER: {@code options (add a '1', set b '2', drop c)}; empty for none. */
  static String alter(Map<String, String> before, Map<String, String> after) {
    var parts = new ArrayList<String>();
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> parts.add("drop " + Quoting.identifier(name)));
    after.forEach((name, value) -> {
      String old = before.get(name);
      if (old == null) {
        parts.add(part("add ", name, value));
      } else if (!old.equals(value)) {
        parts.add(part("set ", name, value));
      }
    });
    return clause(parts);
  }

  private static String part(String verb, String name, String value) {
    return verb + Quoting.identifier(name) + " " + Quoting.literal(value);
  }

  private static String clause(List<String> parts) {
    return parts.isEmpty() ? "" : " options (" + String.join(", ", parts) + ")";
  }
}
