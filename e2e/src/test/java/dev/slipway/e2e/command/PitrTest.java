package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.Project;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server whose log pgBackRest keeps, an accident, and the server as it was before; CI installs
 * pgBackRest. PostgreSQL 15 is the newest that Debian's version of it knows.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "pgBackRest runs on Linux")
@Timeout(900)
final class PitrTest {

  @TempDir Path temporary;
  private Path folder;
  private UserProject project;

  /** The members of answers that were seen, and their statuses. */
  private final Map<String, Set<String>> members = new TreeMap<>();

  @BeforeEach
  void open_project() throws IOException {
    assertThat(Path.of("/usr/bin/pgbackrest")).as("apt-get install pgbackrest").exists();
    folder = temporary.toRealPath();
    project = new UserProject(Files.createDirectory(folder.resolve("project")));
  }

  @Test
  void should_bring_back_rows_of_a_time_before_an_accident() throws Exception {
    try (var server = EmbeddedPostgres.start(settings(15))) {
      TestDatabase database = TestDatabase.create(server, "shop");
      on(database);
      Path fast = Files.createDirectory(folder.resolve("fast"));
      database.execute("create tablespace fast location '" + fast + "'");
      database.execute("create table todo (id integer primary key, text text not null)");
      database.execute("create table log (line text) tablespace fast");
      database.execute("insert into log values ('a'), ('b')");
      project.run("env", "stamp", "production").ends(0);

      JsonNode setup = pitr(0, "configure", "production", "--write");
      assertThat(setup.path("status").asString()).isEqualTo("written");
      assertThat(setup.path("settings")).allMatch(each -> each.path("right").asBoolean());
      assertThat(pitr(0, "configure", "production", "--write").path("status").asString())
          .isEqualTo("planned");
      Files.writeString(
          config(),
          Files.readString(config())
              .replace(
                  "[global]\n",
                  "[global]\nlog-level-file=off\njob-retry=0\nlock-path="
                      + folder.resolve("lock")
                      + "\n"));
      refused("pitr-config-used", 3, "configure", "production", "--write");
      assertThat(states(pitr(1, "check", "production"))).contains("repository failed");

      JsonNode first = pitr(0, "run", "production").path("backups").path(0);
      assertThat(first.path("type").asString()).isEqualTo("full");
      assertThat(states(pitr(0, "check", "production")))
          .allMatch(state -> state.endsWith(" ok"))
          .contains("check ok", "log ok", "backup ok");
      after(database, first.path("reaches").asString());

      database.execute("insert into todo select g, 'todo ' || g from generate_series(1, 1000) g");
      String before = now(database);
      database.execute("delete from todo where id > 10");
      pitr(0, "run", "production", "--type", "diff");
      assertThat(pitr(0, "list", "production").path("backups"))
          .extracting(each -> each.path("type").asString())
          .containsExactly("diff", "full");

      Path restored = folder.resolve("restored");
      String[] command = {
        "restore", "production", "--to", before, "--into", restored.toString(), "--verify"
      };
      JsonNode answer = pitr(0, command);
      assertThat(answer.path("status").asString()).isEqualTo("restored");
      assertThat(Files.readString(restored.resolve("PG_VERSION"))).isEqualTo("15\n");
      assertThat(rows(answer, "public.todo")).isEqualTo("1000 now 10");
      assertThat(rows(answer, "public.log")).isEqualTo("2 now 2");
      assertThat(folder.resolve("restored-tablespaces/fast")).isNotEmptyDirectory();
      assertThat(answer.path("marked")).extracting(JsonNode::asString).containsExactly("shop");
      assertThat(answer.path("timeline").asLong()).isEqualTo(2);
      assertThat(answer.path("port").isNull()).isTrue();
      assertThat(restored.resolve("postmaster.pid")).doesNotExist();
      assertThat(database.value("select count(*) from todo")).isEqualTo("10");
      project.run("env", "stamp", "production").ends(0);
      refused("pitr-folder-used", 3, command);

      go_on_with_the_copy(database, before);
      refuse_times(database, first.path("reaches").asString());
      tell_what_is_wrong_with_a_copy(database);
      refuse_what_is_not_set_up(database);
      refuse_a_repository_that_was_changed();
    }
    assertThat(members).isEqualTo(documented());
  }

  /** The copy is a server that takes writes, and is taken for production by nobody. */
  private void go_on_with_the_copy(TestDatabase database, String before) throws Exception {
    Path restored = folder.resolve("going on");
    String[] command = {
      "restore", "production", "--to", before, "--into", restored.toString(), "--keep-running"
    };
    JsonNode answer = pitr(0, command);
    try {
      String url = database.url().replaceFirst(":\\d+/", ":" + answer.path("port").asInt() + "/");
      project.variable("URL", url);
      Ran refused = project.run("migrate", "production").ends(3);
      assertThat(refused.err()).contains("error[database-copied]");
      project
          .run("env", "stamp", "production", "--moved", "--reason", "the accident of today")
          .ends(0);
      project.run("status", "production").ends(0);
      try (Connection copy = DriverManager.getConnection(url);
          Statement statement = copy.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select count(*), current_setting('archive_mode') from todo")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(1000);
        assertThat(row.getString(2)).isEqualTo("off");
      }
    } finally {
      project.variable("URL", database.url());
      long process = Long.parseLong(Files.readAllLines(restored.resolve("postmaster.pid")).get(0));
      ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
      postmaster.destroy();
      postmaster.onExit().get();
    }
  }

  private void refuse_times(TestDatabase database, String reached) throws Exception {
    Path restored = folder.resolve("refused");
    refused("pitr-time-out-of-reach", 3, to(Instant.parse(reached).minusSeconds(1), restored));
    assertThat(refusal(to(Instant.now().plusSeconds(3600), restored)))
        .startsWith("pitr-time-out-of-reach: It is not ");
    assertThat(refusal(to(Instant.parse(now(database)), restored)))
        .startsWith("pitr-time-out-of-reach: The log that was archived ends before that time");
    assertThat(restored).doesNotExist();
  }

  /** An index whose building failed is found, and the folder stays for a person to look at. */
  private void tell_what_is_wrong_with_a_copy(TestDatabase database) throws Exception {
    try {
      database.execute("create unique index concurrently one_text on todo ((1))");
    } catch (SQLException notUnique) {
      assertThat(notUnique.getSQLState()).isEqualTo("23505");
    }
    pitr(0, "check", "production");
    String end = folder.resolve("end").toString();
    JsonNode answer = pitr(1, "restore", "production", "--to", "end", "--into", end, "--verify");
    assertThat(answer.path("status").asString()).isEqualTo("different");
    assertThat(answer.path("verified").path("failures"))
        .extracting(JsonNode::asString)
        .containsExactly("public.one_text is not valid");
  }

  private void refuse_what_is_not_set_up(TestDatabase database) throws Exception {
    String settings = Files.readString(project.folder().resolve("slipway.yml"));
    String[] command = to(Instant.parse(now(database)), folder.resolve("refused"));

    project.file("slipway.yml", settings.replace("stanza: shop", "stanza: shop, binaries: ."));
    refused("pitr-programs-missing", 78, command);

    project.variable("URL", database.url().replaceFirst("&password=.*", ""));
    project.file("slipway.yml", settings.replace("stanza: shop", "stanza: other"));
    refused("pitr-copy-not-marked", 2, command);
    project.variable("URL", database.url());
    refused("pitr-no-backup", 3, command);

    project.file("slipway.yml", settings);
    Path data = Path.of(database.value("show data_directory"));
    Path elsewhere = data.resolveSibling("data.elsewhere");
    Files.move(data, elsewhere);
    try {
      refused("pitr-not-here", 3, "list", "production");
    } finally {
      Files.move(elsewhere, data);
    }
  }

  private void refuse_a_repository_that_was_changed() throws Exception {
    String[] command = {
      "restore", "production", "--to", "end", "--into", folder.resolve("damaged").toString()
    };
    Path archive = folder.resolve("repository/archive/shop/15-1");
    Path hidden = archive.resolveSibling("hidden");
    Files.move(archive, hidden);
    refused("pitr-recovery-failed", 2, command);
    Files.move(hidden, archive);

    try (Stream<Path> files = Files.walk(folder.resolve("repository/backup/shop"))) {
      Path largest =
          files
              .filter(file -> file.toString().contains("F/pg_data/base/"))
              .max(Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(largest, bytes);
      assertThat(pitr(2, command).path("code").asString()).isEqualTo("pgbackrest-failed");
      Files.delete(largest);
    }
    refused("pgbackrest-failed", 2, command);
    assertThat(folder.resolve("damaged")).doesNotExist();
  }

  private static String[] to(Instant time, Path into) {
    return new String[] {
      "restore", "production", "--to", time.toString(), "--into", into.toString()
    };
  }

  /** What is said, without what is another in each run. */
  private void refused(String code, int exit, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("backup", "pitr"));
    all.addAll(List.of(arguments));
    String said =
        project
            .run(all.toArray(String[]::new))
            .ends(exit)
            .err()
            .replaceAll(Pattern.quote(folder.toString()), "/srv")
            .replaceAll("/[^ ]*/data\\b", "/var/lib/postgresql/15/main")
            .replaceAll("\\d{8}-\\d{6}", "20261122-201400")
            .replaceAll("base/\\d+/\\d+", "base/16384/1255")
            .replaceAll("[0-9a-f]{40}", "56" + "0".repeat(38))
            .replaceAll(
                "\\d{4}-\\d\\d-\\d\\d([ T])\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?", "2026-11-22$120:14:00")
            .replaceAll("0/[0-9A-F]+", "0/5000028")
            .replaceAll("\\[\\d{4,}]|PID \\d+", "4711");
    Path golden = Project.root().resolve("e2e/src/test/cases/errors/" + code + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, said);
    }
    assertThat(said).isEqualTo(Files.readString(golden)).startsWith("error[" + code + "]");
  }

  private String refusal(String... arguments) {
    JsonNode answer = pitr(3, arguments);
    return answer.path("code").asString() + ": " + answer.path("what").asString();
  }

  private static String rows(JsonNode answer, String table) {
    return answer
        .path("verified")
        .path("tables")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(table))
        .map(each -> each.path("rows").asLong() + " now " + each.path("now").asLong())
        .findFirst()
        .orElseThrow();
  }

  private static String now(TestDatabase database) throws SQLException {
    return database.value("select clock_timestamp() at time zone 'UTC'").replace(' ', 'T') + "Z";
  }

  private static void after(TestDatabase database, String time) throws SQLException {
    database.await("select clock_timestamp() > '" + time + "'");
  }

  private JsonNode pitr(int exit, String... arguments) {
    List<String> all = new ArrayList<>(List.of("backup", "pitr"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--output", "json"));
    JsonNode answer = project.run(all.toArray(String[]::new)).ends(exit).json();
    if (!answer.path("status").asString().equals("error")) {
      assertThat(answer.path("command").asString()).isEqualTo("pitr");
      see("statuses", List.of(answer.path("status").asString()));
      var own = new TreeSet<>(answer.propertyNames());
      own.removeAll(List.of("command", "status"));
      see("pitr", own);
      see("archive setting", answer.path("settings").path(0).propertyNames());
      see("physical backup", answer.path("backups").path(0).propertyNames());
      see("read rows", answer.path("verified").propertyNames());
    }
    return answer;
  }

  private void see(String name, Collection<String> words) {
    members.computeIfAbsent(name, key -> new TreeSet<>()).addAll(words);
  }

  /** What {@code docs/json.md} says of them: no less and no more. */
  private static Map<String, Set<String>> documented() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (String line : Files.readAllLines(Project.root().resolve("docs/json.md"))) {
      List<String> cells = List.of(line.split(" ?\\| ?"));
      String name = cells.size() < 3 ? "" : cells.get(1).replace("`", "");
      if (JsonAnswersTest.OF_PITR.contains(name)) {
        documented.put(name, words(cells.getLast().replaceAll("\\([^)]*\\)", "")));
        if (cells.size() == 4) {
          documented.put("statuses", words(cells.get(2)));
        }
      }
    }
    return documented;
  }

  private static Set<String> words(String cell) {
    return Pattern.compile("`([A-Za-z]+)`")
        .matcher(cell)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> states(JsonNode answer) {
    return answer
        .path("checks")
        .valueStream()
        .map(each -> each.path("name").asString() + " " + each.path("state").asString())
        .toList();
  }

  private EmbeddedOptions settings(int version) {
    return EmbeddedOptions.temporary()
        .version(version)
        .setting("archive_mode", "on")
        .setting("archive_command", command())
        .setting("archive_timeout", "60");
  }

  private String command() {
    return "pgbackrest --config=" + config() + " --stanza=shop archive-push %p";
  }

  private Path config() {
    return folder.resolve("pgbackrest.conf");
  }

  private void on(TestDatabase database) throws IOException {
    project
        .variable("URL", database.url())
        .file(
            "slipway.yml",
            """
            schema: sql:db/schema
            postgres: %d
            allow_unmodelled: [{ object: tablespace of public.log, reason: a faster disk }]
            environments:
              production:
                url: "${URL}"
                pitr: { stanza: shop, config: %s, repository: %s }
            """
                .formatted(database.version(), config(), folder.resolve("repository")));
  }
}
