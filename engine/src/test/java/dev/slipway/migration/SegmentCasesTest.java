package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.Effect;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code src/test/cases/segments} holds a migration and what it is cut into. It is
 * run forth and back, and then again and again with its session ended by the server at every
 * boundary: the next run has to end where the undisturbed one did.
 */
class SegmentCasesTest {

  private static final Path CASES = Path.of("src/test/cases/segments");

  private static final Pattern OFFERED = Pattern.compile("--segment-done (\\S+):(\\d+)");

  @TempDir Path temporary;
  private int folders;

  @TestFactory
  Stream<DynamicTest> should_run_forth_and_back() throws IOException {
    return cases()
        .flatMap(folder ->
            Stream.of(15, 17, 18)
                .map(version ->
                    DynamicTest.dynamicTest(
                        folder.getFileName() + " on " + version,
                        () -> forthAndBack(folder, version))));
  }

  @TestFactory
  Stream<DynamicTest> should_go_on_after_a_crash_at_every_boundary() throws IOException {
    return cases()
        .flatMap(folder ->
            Stream.of(Boundary.values())
                .map(boundary ->
                    DynamicTest.dynamicTest(
                        folder.getFileName() + " " + boundary, () -> crashes(folder, boundary))));
  }

  private static Stream<Path> cases() throws IOException {
    String only = System.getProperty("cases", "segments/*").replaceFirst("^segments/", "");
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(folder ->
              folder.getFileSystem().getPathMatcher("glob:" + only).matches(folder.getFileName()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private void forthAndBack(Path folder, int version) throws IOException {
    var database = new SegmentDatabase(version);
    History history = history(folder);
    String before = database.state();
    var hooks = new Recorded();
    ExecutorOptions options = ExecutorOptions.defaults().withProgress(hooks);

    new Executor(database.target(), options).migrate(history, null);
    assertThat(MigrationStatus.read(database.target(), history).isUpToDate()).isTrue();
    hooks.lines.add("-- back");
    new Executor(database.target(), options).rollback(history, Executor.BEGINNING, Set.of());
    assertThat(database.state()).isEqualTo(before);

    String actual = String.join("\n", hooks.lines) + "\n";
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("golden.update") && version == TestDatabases.VERSION) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private void crashes(Path folder, Boundary boundary) throws IOException {
    History history = history(folder);
    Consumer<Executor> forth = executor -> executor.migrate(history, null);
    Consumer<Executor> back = executor -> executor.rollback(history, Executor.BEGINNING, Set.of());
    var undisturbed = new SegmentDatabase(TestDatabases.VERSION);
    var database = new SegmentDatabase(TestDatabases.VERSION);
    String before = database.state();

    forth.accept(new Executor(undisturbed.target(), ExecutorOptions.defaults()));
    String whole = undisturbed.state();
    back.accept(new Executor(undisturbed.target(), ExecutorOptions.defaults()));
    crashEverywhere(database, forth, boundary);
    assertThat(database.state()).isEqualTo(whole);
    crashEverywhere(database, back, boundary);
    assertThat(database.state()).isEqualTo(before);
  }

  /** Runs again and again, and ends the session each time at the next point, until all is done. */
  private static void crashEverywhere(
      SegmentDatabase database, Consumer<Executor> work, Boundary boundary) {
    Set<Integer> points = new HashSet<>();
    List<SegmentAnswer> answers = List.of();
    boolean isDone = false;
    while (!isDone) {
      var crash = new Crash(database, boundary, points);
      var options = ExecutorOptions.defaults().withProgress(crash).withAnswers(answers);
      answers = List.of();
      try {
        work.accept(new Executor(database.target(), options));
        isDone = true;
      } catch (SlipwayException e) {
        if (e.code() == MigrationError.SEGMENT_UNSURE) {
          answers = List.of(answer(e, boundary));
        } else if (!crash.happened) {
          throw e;
        }
      }
    }
    assertThat(points).isNotEmpty();
  }

  /** Nobody can tell what became of the statement, but the test knows. */
  private static SegmentAnswer answer(SlipwayException unsure, Boundary boundary) {
    Matcher offered = OFFERED.matcher(unsure.next());
    assertThat(offered.find()).isTrue();
    return new SegmentAnswer(
        offered.group(1),
        Integer.parseInt(offered.group(2)),
        boundary == Boundary.BEFORE_STATEMENT ? Effect.NONE : Effect.WHOLE);
  }

  private History history(Path folder) throws IOException {
    var migrations = new TestFolder(temporary.resolve("m" + folders++));
    migrations.add(
        folder.getFileName().toString(),
        Files.readString(folder.resolve("up.sql")),
        Files.readString(folder.resolve("down.sql")));
    return migrations.history();
  }

  private enum Boundary {
    BEFORE_STATEMENT,
    AFTER_STATEMENT,
    AFTER_SEGMENT
  }

  /** Ends the run's session from outside at the first point at which none was ended before. */
  private static final class Crash implements Progress {
    private final SegmentDatabase database;
    private final Boundary boundary;
    private final Set<Integer> points;
    private boolean happened;

    Crash(SegmentDatabase database, Boundary boundary, Set<Integer> points) {
      this.database = database;
      this.boundary = boundary;
      this.points = points;
    }

    private void reach(Boundary reached, int point) {
      if (!happened && reached == boundary && points.add(point)) {
        happened = true;
        database.endSessions();
      }
    }

    @Override
    public void statement(int number, int total, String sql) {
      reach(Boundary.BEFORE_STATEMENT, number);
    }

    @Override
    public void ran(int number) {
      reach(Boundary.AFTER_STATEMENT, number);
    }

    @Override
    public void recorded(int number, int of) {
      reach(Boundary.AFTER_SEGMENT, number);
    }
  }

  /** What ran in which segment; statements of a transaction that was cut anew appear twice. */
  private static final class Recorded implements Progress {
    private final List<String> lines = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    @Override
    public void ran(int number) {
      open.add(String.valueOf(number));
    }

    @Override
    public void recorded(int number, int of) {
      lines.add("segment " + number + " of " + of + ": statements " + String.join(", ", open));
      open.clear();
    }
  }
}
