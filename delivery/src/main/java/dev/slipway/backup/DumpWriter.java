package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.clients.ClientProcess;
import dev.slipway.clients.ClientTools;
import dev.slipway.clients.ClientVariables;
import dev.slipway.dialect.CopiedTable;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.SharedSnapshot;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Has {@code pg_dump} copy a database, and reads the same moment itself: the catalog, and of each
 * table how many rows there are and their checksum. So a proof asks no less of a dump than of our
 * own copy.
 */
final class DumpWriter {

  /** From which version on {@code pg_dump} compresses by zstd (release notes of 16). */
  private static final int ZSTD = 16;

  /** What is said where the disk is at fault, and not the server. */
  private static final Pattern DISK =
      Pattern.compile(
          "could not (write|open|create|close|sync|fsync)\\b.*(file|directory)|No space left",
          Pattern.CASE_INSENSITIVE);

  private final Dialect dialect;
  private final Clock clock;
  private final BackupOptions options;
  private final BackupProgress progress;
  private final ClientTools tools;

  DumpWriter(
      Dialect dialect,
      Clock clock,
      BackupOptions options,
      BackupProgress progress,
      ClientTools tools) {
    this.dialect = dialect;
    this.clock = clock;
    this.options = options;
    this.progress = progress;
    this.tools = tools;
  }

  /**
   * Writes a backup.
   *
   * @param environment what the database is called
   * @param files where it goes, not encrypted
   * @param folder the draft's folder, in which the program writes by itself
   * @param because why it is taken so, where that was left open; else empty
   */
  BackupManifest write(
      String environment, DatabaseUrl url, DraftFiles files, Path folder, String because)
      throws SQLException, IOException {
    Instant began = clock.instant();
    Copies copies = dialect.copies();
    try (SharedSnapshot snapshot = copies.snapshot(url)) {
      progress.advanced("reading the catalog", 0, 1);
      Catalog catalog = DumpedCatalog.read(dialect, snapshot.holder());
      List<String> leftOut = new ArrayList<>();
      Catalog possible = BackupWriter.possible(dialect, catalog, leftOut);
      DataFile file = BackupWriter.text(files, BackupFolder.CATALOG, CatalogJson.write(possible));
      DumpRole role = DumpRole.of(snapshot.holder());
      List<CopiedTable> tables =
          new ArrayList<>(copies.tables(snapshot.holder(), options.pieceBytes()));
      tables.add(copies.largeObjects(snapshot.holder()));
      Path dump = folder.resolve(BackupFolder.DUMP);
      List<TableCopy> read = copy(snapshot, url, dump, tables);
      List<String> roles = role.with(BackupWriter.roles(possible));
      return new BackupManifest(
          environment,
          began,
          clock.instant(),
          snapshot.position(),
          copies.traits(snapshot.holder()),
          possible.fingerprint().value(),
          compression(),
          /* encryption= */ null,
          List.of(file),
          List.of(),
          read.subList(0, read.size() - 1),
          read.get(read.size() - 1),
          copies.sequences(snapshot.holder()).stream().map(SequenceCopy::of).toList(),
          List.of(),
          roles,
          leftOut,
          because,
          new DumpCopy(
              tools.version(),
              tools.major(),
              role.name(),
              roles.stream().filter(role.superusers()::contains).toList(),
              catalog.seen().leftOut(),
              DumpFiles.of(dump, BackupFolder.DUMP, options.jobs())));
    }
  }

  /** Both at the same time where there may be several connections, else one after the other. */
  private List<TableCopy> copy(
      SharedSnapshot snapshot, DatabaseUrl url, Path dump, List<CopiedTable> tables)
      throws SQLException, IOException {
    int jobs = Math.ceilDiv(options.jobs(), 2);
    var told = new DumpTold(progress, tables, jobs);
    try (ClientProcess process =
        ClientProcess.start(
            command(snapshot, dump, jobs), ClientVariables.of(url, tools, ""), told::line)) {
      if (options.jobs() == 1) {
        require(process);
      }
      BackupProgress reading =
          (doing, done, all) -> {
            if (process.hasFailed()) {
              throw new ProgramEnded();
            }
            told.read(done);
          };
      List<TableCopy> read;
      try {
        read =
            new RowCopier(dialect.copies(), snapshot, Math.max(1, options.jobs() - jobs), reading)
                .read(tables);
      } catch (IllegalStateException e) {
        require(process);
        throw e;
      }
      require(process);
      told.ended();
      return read;
    }
  }

  private List<String> command(SharedSnapshot snapshot, Path dump, int jobs) {
    List<String> command =
        new ArrayList<>(
            List.of(
                tools.dump(),
                "--format=directory",
                "--file=" + dump,
                "--jobs=" + jobs,
                "--snapshot=" + snapshot.name(),
                // whoever waits to alter a table stands before it and behind us
                "--lock-wait-timeout=60s",
                "--no-subscriptions",
                "--no-sync",
                "--no-password",
                "--verbose"));
    switch (options.compression()) {
      case ZSTD -> {
        if (tools.major() >= ZSTD) {
          command.add("--compress=zstd");
        }
      }
      case NONE -> command.add("--compress=0");
    }
    return command;
  }

  private String compression() {
    return switch (options.compression()) {
      case ZSTD -> tools.major() >= ZSTD ? "zstd" : "gzip";
      case NONE -> "none";
    };
  }

  private void require(ClientProcess process) throws IOException {
    if (process.await()) {
      return;
    }
    String words = process.words();
    if (DISK.matcher(words).find()) {
      throw new IOException(words);
    }
    throw new SlipwayException(
        BackupError.BACKUP_CLIENT_FAILED,
        "pg_dump " + tools.version() + " failed:\n" + words,
        "Mend what it names, or take the backup by --with own. Nothing was kept.");
  }

  /** Ends the reading of rows of which there is going to be no dump. */
  private static final class ProgramEnded extends IllegalStateException {
    private static final long serialVersionUID = 1;

    ProgramEnded() {
      super("pg_dump has ended");
    }
  }
}
