package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.config.BackupRetention;
import dev.slipway.dialect.DatabaseTraits;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which backups stay, of those of two years. */
class RetentionTest {

  @TempDir Path parent;

  @Test
  void should_keep_the_newest_of_days_weeks_and_months() throws IOException {
    // Each day of October and November 2026 at 01:00 and 13:00; November the 21st is a Saturday.
    for (int day = 1; day <= 31; day++) {
      backup("202610%02dT010000Z".formatted(day), "2026-10-%02dT01:00:00Z".formatted(day));
    }
    for (int day = 1; day <= 21; day++) {
      backup("202611%02dT010000Z".formatted(day), "2026-11-%02dT01:00:00Z".formatted(day));
      backup("202611%02dT130000Z".formatted(day), "2026-11-%02dT13:00:00Z".formatted(day));
    }
    backup("20250301T000000Z", "2025-03-01T00:00:00Z");
    assertThat(kept(new BackupRetention(3, 3, 3)))
        .containsExactly(
            "20261121T130000Z [newest, daily, weekly, monthly]",
            "20261120T130000Z [daily]",
            "20261119T130000Z [daily]",
            "20261115T130000Z [weekly]",
            "20261108T130000Z [weekly]",
            "20261031T010000Z [monthly]",
            "20250301T000000Z [monthly]");
    assertThat(
            Backups.retention(BackupStore.folder(parent), new BackupRetention(3, 3, 3)).removed())
        .hasSize(31 + 42 + 1 - 7);
  }

  @Test
  void should_keep_the_newest_and_the_last_proved_one_whatever_is_said() throws IOException {
    prove(backup("20260101T000000Z", "2026-01-01T00:00:00Z"), List.of());
    prove(backup("20260102T000000Z", "2026-01-02T00:00:00Z"), List.of());
    prove(backup("20260103T000000Z", "2026-01-03T00:00:00Z"), List.of("one row more"));
    backup("20260104T000000Z", "2026-01-04T00:00:00Z");
    backup("20260105T000000Z", "2026-01-05T00:00:00Z");
    assertThat(kept(new BackupRetention(0, 0, 0)))
        .containsExactly("20260105T000000Z [newest]", "20260102T000000Z [last proved]");
  }

  @Test
  void should_remove_a_whole_backup_and_no_other() throws IOException {
    Backup first = backup("20260101T000000Z", "2026-01-01T00:00:00Z");
    Backup second = backup("20260102T000000Z", "2026-01-02T00:00:00Z");
    Files.createDirectories(Path.of(first.place()).resolve("data"));
    Files.writeString(Path.of(first.place()).resolve("data/00001-0001.copy"), "1\n");
    Backups.remove(first);
    try (Stream<Path> left = Files.list(parent)) {
      assertThat(left).containsExactly(Path.of(second.place()));
    }
    assertThatThrownBy(() -> Backups.remove(first))
        .isInstanceOf(SlipwayException.class)
        .hasMessageContaining("can't be removed");
  }

  @Test
  void should_leave_what_is_no_sound_backup_alone() throws IOException {
    Backup changed = backup("20260101T000000Z", "2026-01-01T00:00:00Z");
    Files.writeString(Path.of(changed.place()).resolve(BackupFolder.MANIFEST), "{}");
    Files.createDirectory(parent.resolve("20260102T000000Z.unfinished"));
    backup("20260103T000000Z", "2026-01-03T00:00:00Z");
    Retention retention =
        Backups.retention(BackupStore.folder(parent), new BackupRetention(0, 0, 0));
    assertThat(retention.removed()).isEmpty();
    assertThat(retention.kept()).hasSize(1);
  }

  @Test
  void should_call_abandoned_what_nobody_wrote_to_for_a_day() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("20260102T000000Z.unfinished"));
    Path file = Files.writeString(folder.resolve("one"), "1");
    BackupStore store = BackupStore.folder(parent);
    Instant written = Files.getLastModifiedTime(file).toInstant();

    assertThat(Backups.abandoned(store, written.plus(Duration.ofHours(24)))).isEmpty();
    List<UnfinishedBackup> abandoned = Backups.abandoned(store, written.plus(Duration.ofHours(25)));
    assertThat(abandoned)
        .extracting(UnfinishedBackup::name)
        .containsExactly("20260102T000000Z.unfinished");
    Backups.remove(store, abandoned.getFirst());
    assertThat(parent).isEmptyDirectory();
  }

  private List<String> kept(BackupRetention keep) {
    List<String> kept = new ArrayList<>();
    for (Retention.Kept each : Backups.retention(BackupStore.folder(parent), keep).kept()) {
      kept.add(each.backup().name() + " " + each.because());
    }
    return kept;
  }

  private static void prove(Backup backup, List<String> differences) {
    BackupProof.write(
        new BackupFiles(backup, FileSeal.NONE),
        new Drill(backup.name(), Instant.EPOCH, Duration.ofSeconds(1), 0, differences));
  }

  private Backup backup(String name, String began) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    var manifest =
        new BackupManifest(
            "dev",
            Instant.parse(began),
            Instant.parse(began),
            "0/0",
            new DatabaseTraits("app", "17", "UTF8", "C", List.of()),
            "f",
            "none",
            null,
            List.of(),
            List.of(),
            List.of(),
            new TableCopy("", "", List.of(), 0, "", 0, List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            null);
    byte[] json = BackupManifestJson.write(manifest).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(BackupFolder.MANIFEST), json);
    Files.writeString(folder.resolve(BackupFolder.MANIFEST_HASH), HashedFile.hashOf(json) + "\n");
    return Backup.open(BackupStore.folder(parent), name);
  }
}
