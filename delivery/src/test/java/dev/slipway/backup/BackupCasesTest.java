package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupWith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each case is a database; what is restored of its backup is what it was, on every version. */
class BackupCasesTest {

  private static final Path CASES = Path.of("src/test/cases/backup");

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
            Stream.of(15, 17, 18)
                .map(version ->
                    DynamicTest.dynamicTest(
                        each.getFileName() + " on " + version,
                        () -> restore(each, version, BackupPrograms.standard()))));
  }

  @TestFactory
  Stream<DynamicTest> should_restore_what_a_program_dumped() throws IOException {
    var programs = new BackupPrograms(BackupWith.PG_DUMP, Path.of("/usr/lib/postgresql/15/bin"));
    try (Stream<Path> found = Files.list(CASES)) {
      return found.sorted().toList().stream()
          .map(each ->
              DynamicTest.dynamicTest(
                  each.getFileName() + " by pg_dump", () -> restore(each, 15, programs)));
    }
  }

  private void restore(Path each, int version, BackupPrograms programs) throws Exception {
    BackupServer server = BackupServer.of(version);
    try (BackupServer.Database from = server.newDatabase();
        BackupServer.Database to = server.newDatabase()) {
      from.run(Files.readString(each.resolve("database.sql")));
      var backups = Backups.of(Clock.systemUTC(), BackupProgress.NOBODY).by(programs);
      Path parent =
          folder.resolve(each.getFileName() + "-" + version + "-" + programs.with().word());
      Backup backup =
          backups.create(
              "trial",
              from.url(),
              BackupStore.folder(parent),
              BackupOptions.defaults().withPieceBytes(8192));
      backup.check(BackupProgress.NOBODY);
      backups.restore(backup, to.url(), RestoreOptions.defaults());
      assertThat(backups.differences(backup, to.url())).isEmpty();
      assertThat(to.settings()).isEqualTo(from.settings());
      assertThat(Backups.list(BackupStore.folder(parent)).backups()).containsExactly(backup);
    }
  }
}
