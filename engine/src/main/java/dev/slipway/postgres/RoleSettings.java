package dev.slipway.postgres;

import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sessions of a role are set to, as SQL (manual: ALTER ROLE). */
final class RoleSettings {

  /**
   * Settings that the server keeps as a list of identifiers, each of which a statement must give as
   * a literal of its own (src/bin/pg_dump/dumputils.c, variable_is_guc_list_quote).
   */
  private static final Set<String> LISTS =
      Set.of(
          "local_preload_libraries",
          "search_path",
          "session_preload_libraries",
          "shared_preload_libraries",
          "temp_tablespaces",
          "unix_socket_directories");

  private RoleSettings() {}

  /**
   * The statements that lead from some settings to others.
   *
   * @param role the role as an identifier
   * @param here whether they hold in this database only
   */
  static List<Statement> change(
      String role, List<String> before, List<String> after, boolean here) {
    Map<String, String> old = byName(before);
    Map<String, String> young = byName(after);
    List<String> changes = new ArrayList<>();
    for (String name : old.keySet()) {
      if (!young.containsKey(name)) {
        changes.add(" reset " + quoted(name));
      }
    }
    young.forEach((name, value) -> {
      if (!value.equals(old.get(name))) {
        changes.add(" set " + quoted(name) + " to " + literals(name, value));
      }
    });
    return changes.stream().map(change -> Statement.of(statement(role, change, here))).toList();
  }

  /**
   * The statement that sets something for the database that it runs in.
   *
   * @param role as an identifier, whose sessions there alone it is for; null for all
   * @param setting as the server keeps it: {@code name=value}
   */
  static String ofDatabase(@Nullable String role, String setting) {
    int equals = setting.indexOf('=');
    String name = setting.substring(0, equals);
    String change = " set " + quoted(name) + " to " + literals(name, setting.substring(equals + 1));
    return role == null
        ? inDatabase("alter database ", change)
        : inDatabase("alter role " + role + " in database ", change);
  }

  private static String statement(String role, String change, boolean here) {
    return here
        ? inDatabase("alter role " + role + " in database ", change)
        : "alter role " + role + change;
  }

  /** No statement means the database that it runs in, so its name is looked up. */
  private static String inDatabase(String begin, String change) {
    String body =
        "begin execute "
            + Quoting.literal(begin)
            + " || pg_catalog.quote_ident(pg_catalog.current_database()) || "
            + Quoting.literal(change)
            + "; end";
    return "do "
        + (body.contains("$slipway$") ? Quoting.literal(body) : "$slipway$" + body + "$slipway$");
  }

  private static Map<String, String> byName(List<String> settings) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      byName.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return byName;
  }

  private static String quoted(String name) {
    return Stream.of(name.split("\\.", -1))
        .map(Quoting::identifier)
        .collect(Collectors.joining("."));
  }

  private static String literals(String name, String value) {
    return LISTS.contains(name.toLowerCase(Locale.ROOT))
        ? elements(value).stream().map(Quoting::literal).collect(Collectors.joining(", "))
        : Quoting.literal(value);
  }

  /** The names of a list, some of them in double quotes; an empty list is one empty name. */
  private static List<String> elements(String list) {
    List<String> elements = new ArrayList<>();
    var element = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '"' && isQuoted && i + 1 < list.length() && list.charAt(i + 1) == '"') {
        element.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        elements.add(element.toString());
        element.setLength(0);
      } else if (isQuoted || c != ' ') {
        element.append(c);
      }
    }
    elements.add(element.toString());
    return elements;
  }
}
