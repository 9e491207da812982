package dev.slipway.pgdump;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code pg_dump --schema-only} printed, as entries: equal for databases whose schemas are.
 *
 * <p>Left out is what is no schema: comments of the program, the settings at its head, its {@code
 * \restrict} lines; and comments on extensions, which are their files' and never compared. Entries
 * have no order, since pg_dump orders what is alike by when it came about; neither have the grants
 * on one object, and options. Nothing else is touched.
 *
 * @param text what was printed, for loading it again
 * @param entries the entries by their title, such as {@code TABLE public todo}
 */
public record SchemaDump(String text, Map<String, List<String>> entries) {

  private static final Pattern TITLE =
      Pattern.compile("^-- (?:Data for )?Name: (.*); Type: (.*); Schema: (.*); Owner: ?(.*)$");
  private static final String EXTENSION_COMMENT = "COMMENT - EXTENSION ";
  private static final Pattern SETTING =
      Pattern.compile("^SET (default_tablespace|default_table_access_method) = (.*);$");

  /** Copies the entries. */
  public SchemaDump {
    entries = Map.copyOf(entries);
  }

  static SchemaDump read(String text) {
    var cutting = new Cutting();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      boolean isTitle =
          lines.get(i).equals("--")
              && i + 2 < lines.size()
              && lines.get(i + 1).startsWith("-- ")
              && lines.get(i + 2).equals("--");
      if (isTitle) {
        cutting.begin(lines.get(i + 1));
        i += 2;
      } else {
        cutting.line(lines.get(i));
      }
    }
    cutting.end();
    return new SchemaDump(text, cutting.entries);
  }

  /** The script that creates it again, in a database whose roles are there. */
  String script() {
    return text.lines()
        .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
        .map(line -> line.equals("CREATE SCHEMA public;") ? "" : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The same with the columns of tables, and what follows their order, in an order by name. */
  SchemaDump withoutColumnOrder() {
    Map<String, List<String>> sorted = new TreeMap<>();
    entries.forEach((title, bodies) ->
        sorted.put(
            title,
            bodies.stream().map(body -> ColumnOrder.removed(title, body)).sorted().toList()));
    return new SchemaDump(text, sorted);
  }

  /** The titles under which two dumps do not say the same. */
  List<String> differences(SchemaDump other) {
    var titles = new TreeSet<String>(entries.keySet());
    titles.addAll(other.entries.keySet());
    titles.removeIf(title -> body(title).equals(other.body(title)));
    return List.copyOf(titles);
  }

  /** What is said under a title; empty when there is no such entry. */
  String body(String title) {
    return String.join("\n", entries.getOrDefault(title, List.of()));
  }

  private static final class Cutting {
    final Map<String, List<String>> entries = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final StringBuilder body = new StringBuilder();
    private String title = "";

    void begin(String comment) {
      end();
      Matcher matcher = TITLE.matcher(comment);
      title =
          matcher.matches()
              ? matcher.group(2) + " " + matcher.group(3) + " " + matcher.group(1)
              : "";
    }

    void line(String line) {
      Matcher setting = SETTING.matcher(line);
      if (setting.matches()) {
        settings.put(setting.group(1), setting.group(2));
      } else {
        body.append(line).append('\n');
      }
    }

    void end() {
      if (!title.isEmpty() && !title.startsWith(EXTENSION_COMMENT)) {
        List<String> statements =
            Statements.of(body.toString()).stream()
                .map(statement -> OptionOrder.removed(title, statement))
                .toList();
        if (title.startsWith("ACL ") || title.startsWith("DEFAULT ACL ")) {
          statements = Statements.grants(statements);
        }
        String unusual =
            settings.entrySet().stream()
                .filter(setting -> !List.of("''", "heap").contains(setting.getValue()))
                .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
                .collect(Collectors.joining());
        List<String> bodies = new ArrayList<>(entries.getOrDefault(title, List.of()));
        bodies.add(
            isTable(title)
                ? unusual + String.join("\n", statements)
                : String.join("\n", statements));
        bodies.sort(null);
        entries.put(title, bodies);
      }
      title = "";
      body.setLength(0);
    }

    private static boolean isTable(String title) {
      return title.startsWith("TABLE ")
          || title.startsWith("INDEX ")
          || title.startsWith("MATERIALIZED VIEW ");
    }
  }
}
