package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupWith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case is a database; what is restored of its backup is what it was, from any version to any.
 */
class BackupCasesTest {

  private static final Path CASES = Path.of("src/test/cases/backup");

  /** From a server of one major version to one of another. */
  private record Way(int from, int to) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(14, 14),
          new Way(15, 15),
          new Way(17, 17),
          new Way(18, 18),
          new Way(14, 18),
          new Way(15, 17),
          new Way(17, 18));

  /** What clients of 15 can do. */
  private static final List<Way> DUMPED =
      List.of(new Way(14, 14), new Way(15, 15), new Way(14, 18), new Way(15, 17));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> should_restore_what_was_backed_up() throws IOException {
    List<Path> cases;
    try (Stream<Path> found = Files.list(CASES)) {
      cases = found.sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .flatMap(each ->
            WAYS.stream()
                .filter(way -> way.from() >= since(each))
                .map(way ->
                    DynamicTest.dynamicTest(
                        each.getFileName() + " from " + way.from() + " to " + way.to(),
                        () ->
                            restore(
                                each, way, BackupPrograms.standard(), RestoreOptions.defaults()))));
  }

  @TestFactory
  Stream<DynamicTest> should_restore_what_a_program_dumped() throws IOException {
    var programs = new BackupPrograms(BackupWith.PG_DUMP, Path.of("/usr/lib/postgresql/15/bin"));
    int jobs = RestoreOptions.defaults().jobs();
    var creating = new RestoreOptions(jobs, false, List.of(), true, true, false);
    List<Path> cases;
    try (Stream<Path> found = Files.list(CASES)) {
      cases = found.sorted().toList();
    }
    return cases.stream()
        .flatMap(each ->
            DUMPED.stream()
                .filter(way -> way.from() >= since(each))
                .map(way ->
                    DynamicTest.dynamicTest(
                        each.getFileName() + " dumped from " + way.from() + " to " + way.to(),
                        () -> restore(each, way, programs, creating))));
  }

  /** The first major version whose SQL a case is in. */
  private static int since(Path each) {
    Path since = each.resolve("since");
    try {
      return Files.exists(since) ? Integer.parseInt(Files.readString(since).strip()) : 14;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restore(Path each, Way way, BackupPrograms programs, RestoreOptions options)
      throws Exception {
    try (BackupServer.Database from = BackupServer.of(way.from()).newDatabase();
        BackupServer.Database to = BackupServer.of(way.to()).newDatabase()) {
      from.run(Files.readString(each.resolve("database.sql")));
      var backups = Backups.of(Clock.systemUTC(), BackupProgress.NOBODY).by(programs);
      Path parent =
          folder.resolve(
              each.getFileName()
                  + "-"
                  + way.from()
                  + "-"
                  + way.to()
                  + "-"
                  + programs.with().word());
      Backup backup =
          backups.create(
              "trial",
              from.url(),
              BackupStore.folder(parent),
              BackupOptions.defaults().withPieceBytes(8192));
      backup.check(BackupProgress.NOBODY);
      backups.restore(backup, to.url(), options);
      assertThat(backups.differences(backup, to.url())).isEmpty();
      assertThat(to.settings()).isEqualTo(from.settings());
      assertThat(Backups.list(BackupStore.folder(parent)).backups()).containsExactly(backup);
    }
  }
}
