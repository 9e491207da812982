package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.CommandLines;
import dev.slipway.cli.command.Interruption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case: {@code project} is copied into a fresh folder, and each line of {@code script} is done.
 *
 * <ul>
 *   <li>{@code slipway …} runs a command in this process; what it prints on each stream and ends
 *       with is compared with {@code expected.out}, {@code expected.err} and {@code exit};
 *   <li>{@code set NAME=VALUE} sets a variable, {@code type TEXT} is what is typed from then on,
 *       lines parted by {@code |};
 *   <li>{@code copy FROM TO} copies a file or folder of the case into the project, {@code remove
 *       FILE} removes one;
 *   <li>{@code append FILE LINE} adds a line to a file of the project;
 *   <li>{@code sql STATEMENT} runs in the case's own database, whose address is {@code @URL@}
 *       ({@code @NOWHERE@} is one without a database), and {@code @PORT@}, {@code @DATABASE@} and
 *       {@code @PASSWORD@} its parts; {@code hold STATEMENT} runs in a transaction that is open
 *       until {@code release};
 *   <li>{@code serve PATH STATUS BODY} lets an application answer so at {@code @HTTP@PATH}, from a
 *       request to the next {@code serve} of that path.
 * </ul>
 */
final class CaseScript {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final Path folder;
  private final Path project;
  private final EmbeddedPostgres server;
  private final String database;
  private final Map<String, String> variables = new HashMap<>();
  private final List<Connection> held = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();
  private final StringBuilder exits = new StringBuilder();
  private final CaseApplication application = new CaseApplication();
  private String typed = "";

  CaseScript(Path folder, Path project, EmbeddedPostgres server, String database) {
    this.folder = folder;
    this.project = project;
    this.server = server;
    this.database = database;
  }

  void run() throws Exception {
    for (Path file : filesOf(folder.resolve("project"))) {
      copy(file, project.resolve(folder.resolve("project").relativize(file).toString()));
    }
    try {
      perform(Files.readAllLines(folder.resolve("script")));
    } finally {
      release();
      application.close();
    }
    check(folder.resolve("expected.out"), out.toString());
    check(folder.resolve("expected.err"), err.toString());
    check(folder.resolve("exit"), exits.toString());
  }

  private void perform(List<String> lines) throws Exception {
    for (String line : lines) {
      String rest = replaced(line.substring(line.indexOf(' ') + 1));
      switch (line.split(" ", 2)[0]) {
        case "slipway" -> slipway(line, line.equals("slipway") ? List.of() : words(rest));
        case "set" -> variables.put(rest.split("=", 2)[0], rest.split("=", 2)[1]);
        case "type" -> typed = rest.replace("|", "\n") + "\n";
        case "copy" ->
            copy(folder.resolve(words(rest).get(0)), project.resolve(words(rest).get(1)));
        case "move" ->
            Files.move(project.resolve(words(rest).get(0)), project.resolve(words(rest).get(1)));
        case "append" -> append(rest.split(" ", 2)[0], rest.split(" ", 2)[1]);
        case "remove" -> remove(project.resolve(rest));
        case "sql" -> sql(rest);
        case "hold" -> hold(rest);
        case "release" -> release();
        case "serve" -> application.serve(rest);
        default -> throw new IllegalArgumentException("no line of a script: " + line);
      }
    }
  }

  private void slipway(String line, List<String> arguments) {
    var printed = new ByteArrayOutputStream();
    var told = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            project,
            variables,
            new BufferedReader(new StringReader(typed)),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            false,
            !typed.isEmpty(),
            Clock.fixed(Instant.parse("2026-11-21T10:15:00Z"), ZoneOffset.UTC),
            new Interruption());
    int exit = new CommandLines(surroundings, arguments).run().number();
    assertThat(printed.toString(StandardCharsets.UTF_8) + told).doesNotContain("hunter2");
    if (String.join(" ", arguments).matches(".*--output[ =]json.*")) {
      AnswerSchemas.check(printed.toString(StandardCharsets.UTF_8));
    }
    section(out, line, stable(printed));
    section(err, line, stable(told));
    exits.append(exit).append('\n');
  }

  private static void section(StringBuilder text, String line, String printed) {
    text.append("$ ").append(line).append('\n').append(printed);
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(project.resolve(file), line + "\n", StandardOpenOption.APPEND);
  }

  private void hold(String statement) throws Exception {
    Connection connection = server.connect(database);
    held.add(connection);
    connection.setAutoCommit(false);
    try (Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private void release() throws Exception {
    for (Connection connection : held) {
      connection.close();
    }
    held.clear();
  }

  private void sql(String statement) throws Exception {
    try (Connection connection = server.connect(database);
        Statement running = connection.createStatement()) {
      if (running.execute(statement)) {
        section(out, "sql " + statement, rows(running.getResultSet()));
      }
    }
  }

  private static String rows(ResultSet rows) throws SQLException {
    var text = new StringBuilder();
    while (rows.next()) {
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        text.append(i == 1 ? "" : " | ").append(rows.getString(i));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String replaced(String text) {
    return text.replace("@PROJECT@", project.toString())
        .replace("@URL@", server.jdbcUrlWithPassword(database))
        .replace("@NOWHERE@", server.jdbcUrlWithPassword("nowhere"))
        .replace("@PORT@", String.valueOf(server.port()))
        .replace("@PASSWORD@", server.password())
        .replace("@DATABASE@", database)
        .replace("@HTTP@", text.contains("@HTTP@") ? application.address() : "");
  }

  /** What differs from run to run, or from release to release, has a name in golden files. */
  private String stable(ByteArrayOutputStream printed) {
    return printed
        .toString(StandardCharsets.UTF_8)
        .replace(project.toString(), "@PROJECT@")
        .replaceAll("slipway \\d\\S* \\(Java \\d+\\)", "slipway @VERSION@")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:@PORT@")
        .replaceAll("PostgreSQL 17\\.\\d+", "PostgreSQL 17")
        .replaceAll("\\d+ ms\\b", "@MS@ ms")
        .replaceAll("\\d+ kB(?= +kept: )", "@SIZE@")
        .replaceAll("Java \\d+, [^\\s\",]+", "Java @JAVA@")
        .replaceAll("slipway \\S+, started without", "slipway @VERSION@, started without")
        .replaceAll("this version \\(\\S+\\)", "this version (@VERSION@)")
        .replaceAll("clock is \\d+ s", "clock is @SECONDS@ s")
        .replaceAll("(\"\\w*[mM]illiseconds\": )\\d+", "$1@MS@")
        .replaceAll("(The key |\"id\": \")[0-9a-f]{8}( is in|\")", "$1@KEY@$2")
        .replaceAll("MCowBQYDK2Vw[A-Za-z0-9+/]{47}=", "@PUBLIC@")
        .replaceAll("server process \\d+", "server process @PID@")
        .replaceAll("(\"(?:wal|backup)Bytes\": )\\d+", "$1@BYTES@")
        .replaceAll("\"moment\": \"[0-9A-F/]+\"", "\"moment\": \"@POSITION@\"")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:[\\d.]+Z?", "@TIME@")
        .replaceAll("from \\S+@\\S+", "from @WHO@")
        .replaceAll("(\"from\": )\"\\S+@\\S+\"", "$1\"@WHO@\"")
        .replaceAll(
            "(\"by\": \"|, )"
                + Pattern.quote(System.getProperty("user.name"))
                + "(\"| 2026-11-21\\))",
            "$1@USER@$2")
        .replaceAll("(\"tool\": )\"\\S+\"", "$1\"@VERSION@\"")
        .replaceAll("\\b[0-9a-f]{64}\\b", "@SHA256@")
        .replaceAll("\\b(plan:?|plan for production is) (?!0{12})[0-9a-f]{12}\\b", "$1 @PLAN@")
        .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "@UUID@")
        .replaceAll("(\"oid\": )\\d+", "$1@OID@")
        .replaceAll("(\"system\": )\"\\d+\"", "$1\"@SYSTEM@\"")
        .replaceAll("\"position\": \"[0-9A-F/]+\"", "\"position\": \"@POSITION@\"")
        .replaceAll("its log at [0-9A-F]+/[0-9A-F]+", "its log at @POSITION@")
        .replaceAll("(\"server\": )\"17\\.\\d+\"", "$1\"17\"")
        .replaceAll("(\"seconds\": )[\\d.E-]+", "$1@SECONDS@")
        .replaceAll("(\"value\": )[\\d.E-]+", "$1@VALUE@")
        .replaceAll(
            "(connections|p95 of \\S+|rollbacks|slower): at worst \\S+", "$1: at worst @VALUE@")
        .replaceAll("(p95 of \\S+): \\S+ms, at most", "$1: @VALUE@ms, at most")
        .replaceAll("\\d+ of (200\\W)", "@CONNECTIONS@ of $1")
        .replaceAll(
            "(\"(?:mean|throughput|p50|p75|p90|p95|p99|p99\\.9|max)\": )[\\d.E-]+", "$1@VALUE@")
        .replaceAll("(?s)(\"perSecond\": )\\[.*?\n  ]", "$1\"@SECONDS@\"")
        .replaceAll("(average|p50|p95|p99|throughput): [\\d.]+ ", "$1: @VALUE@ ")
        .replaceAll("restored in \\d+ s", "restored in @SECONDS@ s");
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : filesOf(from)) {
      Path target = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.resolveSibling(""));
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  static void check(Path golden, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertThat(golden).as(golden.toString()).exists();
    assertThat(actual).as(golden.toString()).isEqualTo(Files.readString(golden));
  }

  /** Every file below a folder, in order; none when there is no such folder. */
  static List<Path> filesOf(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
