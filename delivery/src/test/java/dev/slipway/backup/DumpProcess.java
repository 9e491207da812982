package dev.slipway.backup;

import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupWith;
import dev.slipway.dialect.DatabaseUrl;
import java.nio.file.Path;
import java.time.Clock;

/** Takes a backup by pg_dump in a process of its own, which can be killed. */
final class DumpProcess {

  private DumpProcess() {}

  /**
   * Does it.
   *
   * @param arguments the folder of the backups, and the one of the programs; the address is the
   *     variable DATABASE
   */
  public static void main(String[] arguments) {
    Backups.of(Clock.systemUTC(), BackupProgress.NOBODY)
        .by(new BackupPrograms(BackupWith.PG_DUMP, Path.of(arguments[1])))
        .create(
            "trial",
            new DatabaseUrl(System.getenv("DATABASE")),
            BackupStore.folder(Path.of(arguments[0])),
            BackupOptions.defaults());
  }
}
