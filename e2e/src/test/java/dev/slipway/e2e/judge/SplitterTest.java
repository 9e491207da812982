package dev.slipway.e2e.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptException;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other people's scripts are cut as psql cuts them, with the rows behind {@code COPY}. Those that
 * have commands of psql are refused, and what is no UTF-8 is passed over.
 */
@Tag("corpus")
class SplitterTest {

  private static final int AT_ONCE = 100;
  private static final String MARK = "select 'the end of a file'";

  private final Dialect dialect = new Postgres();

  @TempDir Path temporary;

  @Test
  void should_cut_as_psql_does() throws Exception {
    Path corpus =
        Path.of(System.getProperty("corpus", "../../shared/corpus")).toAbsolutePath().normalize();
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpus)) {
      files = all.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    Map<Path, List<String>> ours = new LinkedHashMap<>();
    int refused = 0;
    for (Path file : files) {
      List<String> cut = cut(file);
      if (cut == null) {
        refused++;
      } else {
        ours.put(file, cut);
      }
    }
    List<Path> cutFiles = List.copyOf(ours.keySet());
    List<String> others = new ArrayList<>();
    int statements = 0;
    try (var server = new ListeningServer();
        ExecutorService listener = Executors.newSingleThreadExecutor()) {
      for (int from = 0; from < cutFiles.size(); from += AT_ONCE) {
        List<Path> some = cutFiles.subList(from, Math.min(cutFiles.size(), from + AT_ONCE));
        Future<List<ListeningServer.Heard>> heard = listener.submit(server::hear);
        psql(server.port(), some);
        List<List<String>> theirs = files(heard.get());
        assertThat(theirs).hasSameSizeAs(some);
        for (int i = 0; i < some.size(); i++) {
          List<String> cut = ours.getOrDefault(some.get(i), List.of());
          if (theirs.get(i).equals(cut)) {
            statements += theirs.get(i).size();
          } else {
            others.add(corpus.relativize(some.get(i)) + ": " + difference(cut, theirs.get(i)));
          }
        }
      }
    }
    System.out.println(
        "cut as psql does: %d of %d scripts, %d statements; %d have commands of psql or are not UTF-8"
            .formatted(ours.size() - others.size(), files.size(), statements, refused));
    assertThat(others).isEmpty();
    assertThat(ours.size()).isGreaterThan(files.size() / 2);
  }

  /** The statements of a script; null where it has none that can be cut. */
  private @Nullable List<String> cut(Path file) throws IOException {
    try {
      return dialect.split(lines(Files.readString(file))).stream().map(this::content).toList();
    } catch (MalformedInputException | ScriptException e) {
      return null;
    }
  }

  /** Migrations are read with line feeds as line ends. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  private static String difference(List<String> ours, List<String> theirs) {
    int at = 0;
    while (at < Math.min(ours.size(), theirs.size()) && ours.get(at).equals(theirs.get(at))) {
      at++;
    }
    return "ours "
        + ours.subList(at, Math.min(at + 1, ours.size()))
        + ", theirs "
        + theirs.subList(at, Math.min(at + 1, theirs.size()));
  }

  /** What was heard of each file, by the statement that stands behind it. */
  private List<List<String>> files(List<ListeningServer.Heard> heard) {
    List<List<String>> files = new ArrayList<>();
    List<String> file = new ArrayList<>();
    for (ListeningServer.Heard each : heard) {
      if (each.sql().equals(MARK)) {
        files.add(file);
        file = new ArrayList<>();
      } else {
        String content = content(each);
        // What stands behind the last semicolon is sent even where it is but a comment.
        if (!content.isEmpty()) {
          file.add(content);
        }
      }
    }
    return files;
  }

  private String content(ListeningServer.Heard heard) {
    String sql = lines(heard.sql()).strip();
    String bare = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    try {
      String rows = heard.rows();
      // Up to version 17, psql sends the line that ends the rows as well.
      return content(
          new ScriptStatement(
              bare,
              1,
              0,
              rows == null ? null : lines(rows).replaceFirst("(?m)^\\\\\\.\\n\\z", "")));
    } catch (ScriptException e) {
      return "can't be cut: " + bare;
    }
  }

  /** White space and comments are no part of a statement. */
  private String content(ScriptStatement statement) {
    return dialect.parts(statement.script()).content();
  }

  private void psql(int port, List<Path> files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("psql", "--no-psqlrc", "--quiet"));
    command.addAll(List.of("--host=127.0.0.1", "--port=" + port, "--username=u", "--dbname=d"));
    for (Path file : files) {
      command.add("--file=" + file);
      command.add("--command=" + MARK);
    }
    var builder = new ProcessBuilder(command);
    builder.environment().put("PGSSLMODE", "disable");
    builder.environment().put("PGGSSENCMODE", "disable");
    builder.environment().put("PGCLIENTENCODING", "UTF8");
    Path said = temporary.resolve("said.txt");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    assertThat(builder.start().waitFor()).as(Files.readString(said)).isZero();
  }
}
