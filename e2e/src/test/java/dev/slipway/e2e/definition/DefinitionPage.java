package dev.slipway.e2e.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The examples of {@code docs/definition.md} as sources of a definition: classes as they are, each
 * example of a column in a table of all of them, each of a table in a table of its own.
 */
final class DefinitionPage {

  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum) (\\w+)");
  private static final Pattern ROW =
      Pattern.compile("^\\| (.+?) \\| `([^`]+)` \\|", Pattern.MULTILINE);
  private static final Pattern SECTION = Pattern.compile("^##+ (.+)$", Pattern.MULTILINE);

  private final String text;
  private final int version;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> scripts = new LinkedHashMap<>();
  private String imports = "";
  private int tables;

  private DefinitionPage(String text, int version) {
    this.text = text;
    this.version = version;
  }

  /** The sources by class name, for a server of a version. */
  static DefinitionPage read(Path page, int version) throws IOException {
    var read = new DefinitionPage(Files.readString(page), version);
    read.classes();
    read.rows();
    return read;
  }

  Map<String, String> sources() {
    return sources;
  }

  /** The SQL examples by file name. */
  Map<String, String> scripts() {
    return scripts;
  }

  private void classes() {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String source = block.group(1);
      Matcher type = TYPE.matcher(source);
      if (type.find()) {
        sources.put(type.group(1), "package page;\n" + imports + source);
      } else {
        imports = source;
      }
    }
  }

  private void rows() {
    Matcher section = SECTION.matcher(text);
    List<String> columns = new ArrayList<>();
    while (section.find()) {
      String rest = text.substring(section.end());
      Matcher next = SECTION.matcher(rest);
      String body = next.find() ? rest.substring(0, next.start()) : rest;
      for (String[] row : rowsOf(body)) {
        switch (section.group(1)) {
          case "Columns", "What is said of a column" -> columns.add(row[1]);
          case "What is said of a table" -> table("Clause" + ++tables, row[1]);
          case "What is an `.sql` file" ->
              scripts.put("example_" + scripts.size() + ".sql", row[1]);
          default -> throw new AssertionError("no one knows the examples of " + section.group(1));
        }
      }
    }
    columns(columns);
  }

  private List<String[]> rowsOf(String body) {
    List<String[]> rows = new ArrayList<>();
    Matcher row = ROW.matcher(body);
    while (row.find()) {
      Matcher since = Pattern.compile("PostgreSQL (\\d+)").matcher(row.group(1));
      if (!since.find() || Integer.parseInt(since.group(1)) <= version) {
        rows.add(new String[] {row.group(1), row.group(2)});
      }
    }
    return rows;
  }

  private void columns(List<String> examples) {
    var fields = new StringBuilder();
    for (String example : examples) {
      fields.append("  final Column<?> c%d = %s;\n".formatted(fields.length(), example));
    }
    sources.put("AllColumns", source("AllColumns", fields.toString(), ""));
  }

  private void table(String name, String example) {
    String fields =
        """
          final Column<Long> id = bigint();
          final Column<String> title = text();
          final Column<String> code = text();
          final Column<BigDecimal> price = numeric();
          final Column<LocalDate> day = date();
          final Column<Range<OffsetDateTime>> during = tstzrange();
          final Column<Integer> room = integer();
          final Column<Integer> owner = integer();
        """;
    sources.put(name, source(name, fields, example));
  }

  private String source(String name, String fields, String clauses) {
    return """
    package page;
    %s
    public final class %s extends TableDefinition {
      static final %s TABLE = new %s();
    %s
      private %s() {
        %s;
      }
    }
    """
        .formatted(imports, name, name, name, fields, name, clauses);
  }
}
