package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every answer in JSON can be read, and is what {@code docs/json.md} says: no less and no more. */
final class JsonAnswersTest {

  private static final Path PAGE =
      Path.of(System.getProperty("slipway.project.root"), "docs/json.md");
  private static final Pattern WORD = Pattern.compile("`([A-Za-z][A-Za-z0-9-]*)`");
  private static final List<String> OF_ALL = List.of("command", "status");
  private static final List<String> OF_FAILURES = List.of("code", "what", "next", "page", "exit");

  /** The statuses of answers that say why something was not done. */
  private static final Set<String> OF_REFUSALS =
      Set.of("refused", "waiting", "rolled-back", "stopped");

  /** It says nothing of its own: it only lists commands, and takes a while. */
  private static final String NOT_RUN = "demo";

  /** PitrTest holds these against the page. */
  static final Set<String> OF_PITR =
      Set.of("pitr", "archive setting", "physical backup", "read rows");

  @TempDir Path folder;
  private UserProject project;

  /** The members that were seen of each command and each part. */
  private final Map<String, Set<String>> members = new TreeMap<>();

  private final Map<String, Set<String>> statuses = new TreeMap<>();

  @BeforeEach
  void open_project() throws IOException {
    project = new UserProject(folder);
  }

  @Test
  void should_answer_as_documented() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      runEverything(TestDatabase.create(server, "answers"));
    }

    for (String line : Files.readAllLines(PAGE)) {
      List<String> cells = List.of(line.split(" ?\\| ?"));
      String name = cells.size() < 3 ? "" : cells.get(1).replace("`", "");
      if (!Set.of("", "command", "part", "---", NOT_RUN).contains(name)
          && !OF_PITR.contains(name)) {
        String last = cells.get(cells.size() - 1).replaceAll("\\([^)]*\\)|: each .*", "");
        assertThat(members.get(name)).as(name).containsExactlyInAnyOrderElementsOf(words(last));
        if (cells.size() == 4) {
          assertThat(statuses.get(name))
              .as(name)
              .containsExactlyInAnyOrderElementsOf(words(cells.get(2)));
        }
      }
    }
  }

  @Test
  void should_answer_a_failure_as_documented() throws IOException {
    project.file("slipway.yml", "schemas: sql:db/schema\n");

    Ran wrong = project.run("status", "--output", "json").ends(78);

    assertThat(wrong.json().propertyNames())
        .containsExactly("status", "code", "what", "next", "page", "exit", "problems");
    assertThat(wrong.json().path("problems").path(0).propertyNames())
        .containsExactly("file", "line", "column", "code", "message");
    assertThat(wrong.err()).isEmpty();
  }

  private void runEverything(TestDatabase database) throws Exception {
    answer(0, "init", "--schema", "sql:db/schema");
    project.on(database);
    answer(0, "generate", "--dry-run");
    answer(0, "generate", "--name", "first");
    answer(0, "generate");
    answer(0, "preflight");
    answer(0, "migrate", "--dry-run");
    part("run", answer(0, "migrate").path("applied"));
    answer(0, "migrate");
    JsonNode takenBack = answer(0, "rollback", "--to", "beginning").path("takenBack");
    part("run", takenBack);
    part("step cost", takenBack.path(0).path("steps"));
    answer(0, "rollback", "--to", "beginning");
    answer(0, "migrate");
    JsonNode status = answer(0, "status");
    part("login", JsonNodeFactory.instance.arrayNode().add(status.path("login")));
    part("applied", status.path("applied"));
    part("way back", status.path("waysBack"));
    JsonNode made = answer(0, "check").path("rows");
    part("made rows", JsonNodeFactory.instance.arrayNode().add(made));
    answer(0, "doctor");
    answer(1, "doctor", "nowhere");
    answer(0, "export", "dev");
    answer(0, "diff", "dev", "dev");
    answer(0, "push");
    answer(0, "pull", "dev", "--into", project.folder().resolve("pulled").toString());

    String byHand =
        "db/migrations/"
            + answer(0, "generate", "--empty", "--name", "rows").path("migration").asString();
    project.file(byHand + "/up.sql", "update todo set text = text;\n");
    project.file(byHand + "/down.sql", "select 1;\n");
    answer(0, "generate", "--finish");
    Path original = project.folder().resolve(byHand);
    project.file(byHand + "_too/up.sql", "select 1;\n");
    project.file(byHand + "_too/down.sql", "select 1;\n");
    project.file(
        byHand + "_too/migration.json",
        Files.readString(original.resolve("migration.json"))
            .replaceAll("\"handwritten\" : \\{[^}]*},", ""));
    project.file(byHand + "_too/catalog.json", Files.readString(original.resolve("catalog.json")));
    answer(0, "rebase", "--dry-run");
    answer(0, "rebase");
    answer(0, "rebase");
    String last = byHand.substring(byHand.lastIndexOf('/') + 1);
    answer(0, "squash", "--up-to", last, "--accept-loss", last, "--dry-run");
    answer(0, "migrate");
    answer(0, "squash", "--up-to", last, "--accept-loss", last);

    Path app = Files.createDirectory(project.folder().resolve("app"));
    try (InputStream own = JsonAnswersTest.class.getResourceAsStream("JsonAnswersTest.class")) {
      Files.write(app.resolve("App.class"), Objects.requireNonNull(own).readAllBytes());
    }
    answer(0, "usage", "--classes", app.toString());
    JsonNode nothing = answer(0, "release", "list");
    assertThat(nothing.path("releases").isEmpty()).isTrue();
    database.execute(
        "insert into slipway.release (name, started_from, tool_version) values ('1', 'a@b', 'x');"
            + " insert into slipway.release_use (release, kind, path, how, place) values"
            + " ('1', 'column', '{public,todo,completed}', 'field', 'shop.App')");
    JsonNode releases = answer(0, "release", "list").path("releases");
    part("deployed release", releases);
    part("use", releases.path(0).path("uses"));
    database.execute("insert into todo (text) values ('milk'), ('milk')");
    project.file("db/schema/unique.sql", "create unique index todo_text on todo (text);\n");
    Path settings = project.folder().resolve("slipway.yml");
    // An index that is built beside others is no hazard to be told of.
    project.file("slipway.yml", Files.readString(settings) + "online: false\n");
    answer(0, "generate", "--name", "unique");
    JsonNode asked = answer(3, "preflight");
    part("row question", asked.path("questions"));
    part("pending hazard", asked.path("hazards"));
    answer(3, "migrate");
    database.execute("delete from todo");
    answer(0, "migrate");
    database.execute("drop index todo_text; insert into todo (text) values ('milk'), ('milk')");
    Files.delete(project.folder().resolve("db/schema/unique.sql"));
    project.file(
        "db/schema/todo.sql",
        """
        create table todo (
          id integer generated by default as identity primary key,
          text text not null unique
        );
        """);
    String definition = "sql:" + project.folder().resolve("db/schema");
    JsonNode plan = answer(1, "diff", "dev", definition).path("plan");
    members.put("plan", Set.copyOf(plan.propertyNames()));
    part("step", plan.path("steps"));
    answer(1, "check");
    answer(3, "generate");
    JsonNode refused = answer(3, "push");
    part("conflict", refused.path("conflicts"));
    answer(0, "release", "end", "1");
    answer(0, "release", "end", "1");
    part("hazard", refused.path("refused"));
    JsonNode stamped = answer(0, "env", "stamp", "dev");
    members.put("stamp", Set.copyOf(stamped.path("stamp").propertyNames()));
    database.execute("create table by_hand (id integer)");
    part("found drift", answer(1, "drift").path("unexpected"));
    answer(1, "verify");
    answer(0, "drift", "--accept", "--reason", "a trial");
    part("accepted drift", answer(0, "drift").path("accepted"));
    database.execute("drop table by_hand");
    part("environment", answer(0, "env", "list").path("environments"));
    part("trait", answer(0, "env", "show", "dev").path("traits"));
    answer(0, "env", "compare", "dev", "dev");
    part("verified check", answer(0, "verify").path("checks"));
    project.file("smoke/a.yml", "- { command: [sh, -c, \"exit 3\"], expect: { exit: 3 } }\n");
    part("done smoke check", answer(0, "smoke").path("checks"));
    project.file("smoke/b.yml", "- { command: [sh, -c, \"exit 3\"] }\n");
    answer(1, "smoke");
    // A promotion asks the same checks.
    Files.delete(project.folder().resolve("smoke/b.yml"));
    project.file("watch/a.sql", "-- slipway: expect: no rows\nselect from todo where false;\n");
    String[] brief = {"--for", "20ms", "--every", "10ms"};
    JsonNode samples = answer(0, "watch", brief).path("samples");
    part("sample", samples);
    part("figure", samples.path(0).path("figures"));
    project.file("watch/b.sql", "-- slipway: expect: rows\nselect from todo where false;\n");
    part("breach", answer(1, "watch", brief).path("breaches"));
    // A promotion watches for minutes what there is to watch.
    Files.delete(project.folder().resolve("watch/a.sql"));
    Files.delete(project.folder().resolve("watch/b.sql"));
    Path scenario = project.folder().resolve("soak.yml");
    project.file("soak.yml", "rate: 100\ncount: 5\nsteps: [{ sql: select 1 }]\n");
    JsonNode load = answer(0, "soak", "dev", scenario.toString());
    members.put("load times", Set.copyOf(load.path("rounds").propertyNames()));
    part("load second", load.path("perSecond"));
    part("load limit", load.path("limits"));
    project.file("soak.yml", "rate: 100\ncount: 5\nsteps: [{ sql: select 1 / 0 }]\n");
    part("load failure", answer(1, "soak", "dev", scenario.toString()).path("failures"));
    part("taken backup", answer(0, "backup", "create").path("backups"));
    answer(0, "backup", "list");
    answer(0, "backup", "check");
    answer(0, "backup", "prune", "--plan");
    answerOf("key", 0, "backup", "key", "backup.key");
    part("kept backup", answer(0, "backup", "prune").path("kept"));
    answer(0, "drill");
    answer(0, "restore", "--into", "restored");
    tellAnotherChecksum(project.folder().resolve(".slipway/backups/dev"));
    answer(1, "drill");
    answer(2, "restore", "--into", "restored_too");
    TestDatabase other = TestDatabase.create(database.server(), "other");
    project.variable("OTHER", other.url());
    String before = Files.readString(settings);
    project.file(
        "slipway.yml",
        before.replace("online:", "  other: { url: \"${OTHER}\", stamp: none }\nonline:"));
    other.execute("create extension hstore");
    part("difference", answer(1, "env", "compare", "dev", "other").path("differences"));
    answer(0, "env", "create", "other", "--like", "dev", "--plan");
    answer(0, "env", "create", "other", "--like", "dev");
    project.file(
        "masking.yml",
        "salt: \"${MASKING_SALT}\"\ncolumns: { public.todo.text: { fake: text } }\n");
    project.variable("MASKING_SALT", "some salt of length");
    answer(0, "refresh", "other", "--from", "dev", "--plan");
    JsonNode brought = answer(0, "refresh", "other", "--from", "dev", "--yes");
    part("refreshed table", brought.path("tables"));
    part("masked column", brought.path("masked"));
    project.file(
        "seeds/todo.sql", "insert into todo (text) values ('seed') on conflict do nothing;");
    answer(0, "seed", "other", "--plan");
    part("written seed", answer(0, "seed", "other").path("seeds"));
    answer(0, "seed", "other");
    other.execute("drop extension hstore");
    promote(database, before);
    project.file(
        "slipway.yml",
        before.replace("online:", "  live: { url: \"${LIVE}\", protected: true }\nonline:"));
    answer(0, "ci", "init", "docker", "--dry-run");
    answer(0, "ci", "init", "docker");
    project.file("slipway.yml", before);
    answer(0, "env", "stamp", "dev");
    part("row finding", refused.path("findings"));
    database.execute("delete from todo");
    String[] allowed = {"--allow", "SLIP102:public.todo.completed", "--reason", "never used"};
    answer(0, "push", "--dry-run", allowed[0], allowed[1], allowed[2], allowed[3]);
    answer(0, "push", allowed[0], allowed[1], allowed[2], allowed[3]);
    part("parked object", answer(1, "status").path("parked"));
    answer(0, "purge");
    answer(0, "purge", "--older-than", "0d", "--dry-run");
    answer(0, "purge", "--older-than", "0d", "--yes");

    project.file("db/schema/todo.sql", "create table todos (id integer primary key, text text);");
    part("question", project.run("push", "--output", "json").ends(2).json().path("questions"));
    project.file(
        "db/schema/todo.sql",
        """
        create table todo (
          id integer generated by default as identity primary key,
          text text not null unique
        );
        """);

    JsonNode second =
        answer(0, "generate", "--name", "second", allowed[0], allowed[1], allowed[2], allowed[3]);
    project.file(
        "db/migrations/" + second.path("migration").asString() + "/up.sql",
        "create table half ();\ncommit;\nselect 1 / 0;\n");
    project.run("migrate").ends(2);
    members.put("advance", Set.copyOf(answer(1, "status").path("advance").propertyNames()));
  }

  /** Brings all that there is to another database, in every way that this can end. */
  private void promote(TestDatabase database, String settings) throws Exception {
    project.variable("NEXT", TestDatabase.create(database.server(), "next").url());
    project.file("smoke/b.yml", "- { command: [sh, -c, \"exit 0\"] }\n");
    Files.deleteIfExists(project.folder().resolve("watch/b.sql"));
    String next =
        "  next: { url: \"${NEXT}\", stamp: none, watch: { for: 1s, every: 1s, in_a_row: 1 },"
            + " promotion: { %s } }\n"
            + "online:";
    String approved = "approvals: { count: 1 }, hooks: { before_apply: { command: [\"true\"] } }";
    project.file("slipway.yml", settings.replace("online:", next.formatted(approved)));
    JsonNode plan = answer(1, "promote", "next", "--plan");
    part("planned migration", plan.path("migrations"));
    part("gate", plan.path("gates"));
    part("hook", plan.path("hooks"));
    String[] waived = {"--waive", "data-loss", "--reason", "written by hand"};
    answer(3, "promote", "next");
    answer(0, "promote", "next", "--abort");
    answer(3, "promote", "next", waived[0], waived[1], waived[2], waived[3]);
    answer(0, "approve", "next", "--yes");
    project.file("verify/wrong.sql", "-- slipway: expect: no rows\nselect 1;\n");
    answer(2, "promote", "next", "--resume");
    String stopping = approved + ", on_failure: stop";
    project.file("slipway.yml", settings.replace("online:", next.formatted(stopping)));
    answer(2, "promote", "next", waived[0], waived[1], waived[2], waived[3]);
    project.file("verify/wrong.sql", "-- slipway: expect: rows\nselect 1;\n");
    answer(0, "promote", "next", "--resume");
    answer(0, "promote", "next");
    part("deployment", answer(0, "deployments", "next").path("deployments"));
    part("past run", answer(0, "history", "next").path("runs"));
    JsonNode evidence = answer(0, "evidence", "show", "next");
    part("migration that ran", evidence.path("migrations"));
    part("finding of evidence", evidence.path("findings"));
    answer(0, "evidence", "key", project.folder().resolve("a.key").toString());
  }

  /** Makes a backup one whose rows can't be what it says, and that is sound otherwise. */
  private static void tellAnotherChecksum(Path backups) throws IOException {
    try (Stream<Path> folders = Files.list(backups)) {
      Path manifest = folders.findFirst().orElseThrow().resolve("manifest.json");
      String text =
          Files.readString(manifest)
              .replaceFirst("(\"checksum\" : \")[0-9a-f]{32}", "$1" + "0".repeat(32));
      Files.writeString(manifest, text);
      Files.writeString(
          manifest.resolveSibling("manifest.json.sha256"),
          HexFormat.of().formatHex(sha256(text)) + "\n");
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private JsonNode answer(int exit, String command, String... arguments) {
    return answerOf(command, exit, command, arguments);
  }

  /** The answer of a command below another, which has a name of its own. */
  private JsonNode answerOf(String name, int exit, String command, String... arguments) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--output", "json"));
    JsonNode answer = project.run(all.toArray(String[]::new)).ends(exit).json();

    assertThat(answer.path("command").asString()).isEqualTo(name);
    String status = answer.path("status").asString();
    statuses.computeIfAbsent(name, key -> new TreeSet<>()).add(status);
    var own = new TreeSet<>(answer.propertyNames());
    own.removeAll(OF_ALL);
    if (OF_REFUSALS.contains(status)) {
      assertThat(own).containsAll(OF_FAILURES);
      own.removeAll(OF_FAILURES);
    }
    members.computeIfAbsent(name, key -> new TreeSet<>()).addAll(own);
    return answer;
  }

  private void part(String name, JsonNode array) {
    assertThat(array.isEmpty()).as(name).isFalse();
    members.put(name, new TreeSet<>(array.path(0).propertyNames()));
  }

  private static List<String> words(String cell) {
    return WORD.matcher(cell).results().map(match -> match.group(1)).toList();
  }
}
