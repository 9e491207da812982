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
import java.util.List;
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
 * have commands of psql are refused, and what is no UTF-8 is passed over; both are counted.
 */
@Tag("corpus")
class SplitterTest {

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
    int equal = 0;
    int statements = 0;
    int refused = 0;
    int passed = 0;
    List<String> others = new ArrayList<>();
    try (var server = new ListeningServer();
        ExecutorService listener = Executors.newSingleThreadExecutor()) {
      for (Path file : files) {
        String text = text(file);
        if (text == null) {
          passed++;
          continue;
        }
        List<ScriptStatement> ours;
        try {
          ours = dialect.split(text);
        } catch (ScriptException e) {
          refused++;
          continue;
        }
        Future<List<ListeningServer.Heard>> heard = listener.submit(server::hear);
        psql(server.port(), file);
        List<String> theirs = heard.get().stream().map(this::content).toList();
        if (theirs.equals(ours.stream().map(this::content).toList())) {
          equal++;
          statements += ours.size();
        } else {
          others.add(corpus.relativize(file).toString());
        }
      }
    }
    System.out.println(
        "cut as psql does: %d of %d scripts, %d statements; %d refused, %d not UTF-8"
            .formatted(equal, files.size(), statements, refused, passed));
    assertThat(others).isEmpty();
    assertThat(equal).isGreaterThan(files.size() / 2);
  }

  private static @Nullable String text(Path file) throws IOException {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (MalformedInputException e) {
      return null;
    }
  }

  private String content(ListeningServer.Heard heard) {
    return content(new ScriptStatement(heard.sql(), 1, 0, heard.rows()));
  }

  /** White space and comments are no part of a statement. */
  private String content(ScriptStatement statement) {
    return dialect.parts(statement.script()).content();
  }

  private void psql(int port, Path file) throws IOException, InterruptedException {
    Path said = temporary.resolve("said.txt");
    var builder =
        new ProcessBuilder(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--host=127.0.0.1",
            "--port=" + port,
            "--username=u",
            "--dbname=d",
            "--file=" + file);
    builder.environment().put("PGSSLMODE", "disable");
    builder.environment().put("PGGSSENCMODE", "disable");
    builder.environment().put("PGCLIENTENCODING", "UTF8");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    assertThat(builder.start().waitFor()).as(file.toString()).isZero();
  }
}
