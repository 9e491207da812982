package dev.slipway.e2e.benchmark;

import dev.slipway.backup.Backup;
import dev.slipway.backup.BackupOptions;
import dev.slipway.backup.BackupProgress;
import dev.slipway.backup.BackupStore;
import dev.slipway.backup.Backups;
import dev.slipway.backup.Compression;
import dev.slipway.backup.RestoreOptions;
import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupWith;
import dev.slipway.dialect.DatabaseUrl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that takes a backup or restores one: what the command does, without its workspace. */
final class BackupProcess {

  private static final int JOBS = 2;

  private BackupProcess() {}

  /**
   * Does it.
   *
   * @param arguments {@code create URL FOLDER COMPRESSION [WITH]}, or {@code restore URL FOLDER}
   *     where the only backup is
   */
  public static void main(String[] arguments) {
    var url = new DatabaseUrl(arguments[1]);
    BackupStore folder = BackupStore.folder(Path.of(arguments[2]));
    BackupPrograms programs = BackupPrograms.standard();
    Backups backups =
        Backups.of(Clock.systemUTC(), BackupProgress.NOBODY)
            .by(arguments.length > 4 ? programs.with(BackupWith.valueOf(arguments[4])) : programs);
    if (arguments[0].equals("create")) {
      backups.create(
          "benchmark",
          url,
          folder,
          BackupOptions.defaults()
              .withJobs(JOBS)
              .withCompression(Compression.valueOf(arguments[3])));
    } else {
      Backup backup = Backups.list(folder).backups().getFirst();
      backups.restore(backup, url, new RestoreOptions(JOBS, false, List.of(), true, false, false));
    }
  }
}
