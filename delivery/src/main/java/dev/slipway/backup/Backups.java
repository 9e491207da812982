package dev.slipway.backup;

import dev.slipway.clients.ClientTools;
import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupRetention;
import dev.slipway.config.BackupWith;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Backups of databases: start here to take one, to restore one, and to prove that it can be
 * restored.
 *
 * <p>A backup is the database at one moment: one snapshot that several connections share, so that
 * nobody who writes is disturbed; only who alters tables waits. Its rows are files of COPY's text
 * format, its schema is statements. Thread-safe; two backups of the same second need two places.
 */
public final class Backups {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Dialect dialect;
  private final Clock clock;
  private final BackupProgress progress;
  private final BackupKeys keys;

  private final BackupPrograms programs;

  Backups(
      Dialect dialect,
      Clock clock,
      BackupProgress progress,
      BackupKeys keys,
      BackupPrograms programs) {
    this.dialect = dialect;
    this.clock = clock;
    this.progress = progress;
    this.keys = keys;
    this.programs = programs;
  }

  /**
   * Backups of PostgreSQL, which are not encrypted.
   *
   * @param clock what names backups
   * @param progress who is told how far things are
   */
  public static Backups of(Clock clock, BackupProgress progress) {
    return new Backups(
        new Postgres(), clock, progress, BackupKeys.of(null), BackupPrograms.standard());
  }

  /** The same, where new ones are encrypted and old ones are read with keys. */
  public Backups with(BackupKeys others) {
    return new Backups(dialect, clock, progress, others, programs);
  }

  /**
   * The same by other programs: who takes backups, and who brings them back that were taken so.
   *
   * @param others by what, and where the programs are
   */
  public Backups by(BackupPrograms others) {
    return new Backups(dialect, clock, progress, keys, others);
  }

  /**
   * Takes a backup.
   *
   * @param environment what the database is called
   * @param url where it is; it is only read
   * @param store where the backup goes, named by the time
   * @throws SlipwayException when something can't be read or written; no backup is left then
   */
  public Backup create(
      String environment, DatabaseUrl url, BackupStore store, BackupOptions options) {
    String name = NAME.format(clock.instant());
    try {
      if (store.has(name)) {
        throw new SlipwayException(
            BackupError.BACKUP_NOT_WRITTEN,
            "A backup of this very second is there already: " + store.place(name) + ".",
            "Run the command again.");
      }
      BackupKey key = keys.current();
      BackupWay way = way(url, key == null && store.folder(name) != null);
      try (BackupDraft draft = store.begin(name)) {
        var files = DraftFiles.of(draft, name, key);
        BackupManifest manifest = write(environment, url, files, options, way);
        files.finish(BackupManifestJson.write(manifest).getBytes(StandardCharsets.UTF_8));
      }
      return Backup.open(store, name);
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_NOT_WRITTEN,
          "The backup can't be written to " + store.place(name) + ": " + e.getMessage() + ".",
          "Make room, or name another folder with --folder. Nothing else was changed.",
          e);
    } catch (SQLException e) {
      throw new SlipwayException(
          BackupError.BACKUP_INCOMPLETE,
          "The server refused to be read: " + e.getMessage() + ".",
          "Use a role that may read every table, past row level security too.",
          e);
    }
  }

  private BackupWay way(DatabaseUrl url, boolean hasFolder) throws SQLException {
    if (programs.with() == BackupWith.OWN) {
      return new BackupWay(null, "");
    }
    try (Connection connection = dialect.connect(url, "backup")) {
      return BackupWay.of(programs, hasFolder, url, dialect.copies().traits(connection).server());
    }
  }

  private BackupManifest write(
      String environment, DatabaseUrl url, DraftFiles files, BackupOptions options, BackupWay way)
      throws SQLException, IOException {
    Path folder = files.draft().folder();
    ClientTools tools = way.tools();
    return tools == null || folder == null
        ? new BackupWriter(dialect, clock, options, progress)
            .write(environment, url, files, way.because())
        : new DumpWriter(dialect, clock, options, progress, tools)
            .write(environment, url, files, folder, way.because());
  }

  /** The backups of a place, the newest first; those that are unfinished are none. */
  public static BackupList list(BackupStore store) {
    List<Backup> backups = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    try {
      for (String name : store.names().stream().sorted(Comparator.reverseOrder()).toList()) {
        try {
          backups.add(Backup.open(store, name));
        } catch (SlipwayException e) {
          if (e.code() != BackupError.BACKUP_DAMAGED && e.code() != BackupError.NO_BACKUP) {
            throw e;
          }
          damaged.add(store.place(name));
        }
      }
    } catch (IOException e) {
      throw unlisted(store, e);
    }
    return new BackupList(backups, damaged);
  }

  /**
   * The newest backup of an environment in a place; one of another environment that was put there
   * is none. Where there is a key it is the newest that is encrypted: who can write there without
   * having the key could put one there that is not.
   */
  public Optional<Backup> newest(BackupStore store, String environment) {
    List<Backup> all =
        list(store).backups().stream()
            .filter(each -> each.manifest().environment().equals(environment))
            .toList();
    return all.stream()
        .filter(each -> keys.encrypt() && each.manifest().encryption() != null)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /**
   * Which backups of a place are kept, and which ones {@link #remove} may take. Nothing is removed.
   *
   * @param store the place
   * @param keep how many are kept
   */
  public static Retention retention(BackupStore store, BackupRetention keep) {
    return Retention.of(list(store).backups(), keep);
  }

  /**
   * What was left of backups that were not finished, and was not written to for a day; a backup
   * that is being taken writes more often.
   *
   * @param now what time it is
   */
  public static List<UnfinishedBackup> abandoned(BackupStore store, Instant now) {
    try {
      return store.unfinished().stream()
          .filter(each -> each.lastWritten().isBefore(now.minus(ABANDONED_AFTER)))
          .sorted(Comparator.comparing(UnfinishedBackup::name))
          .toList();
    } catch (IOException e) {
      throw unlisted(store, e);
    }
  }

  /** Removes what is left of a backup that was not finished. */
  public static void remove(BackupStore store, UnfinishedBackup unfinished) {
    try {
      store.removeUnfinished(unfinished.name());
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_NOT_WRITTEN,
          "What is left of "
              + store.place(unfinished.name())
              + " can't be removed: "
              + e.getMessage()
              + ".",
          "Make the place writable, then run the command again.",
          e);
    }
  }

  private static SlipwayException unlisted(BackupStore store, IOException e) {
    return new SlipwayException(
        BackupError.NO_BACKUP,
        store + " can't be listed: " + e.getMessage() + ".",
        "Name a folder that can be read.",
        e);
  }

  /**
   * Removes a backup for good. It is none from the first moment on, whatever becomes of the rest.
   *
   * @throws SlipwayException when a file can't be removed
   */
  public static void remove(Backup backup) {
    try {
      backup.store().remove(backup.name());
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_NOT_WRITTEN,
          "The backup " + backup.place() + " can't be removed: " + e.getMessage() + ".",
          "Make the folder writable, then run the command again; what is called "
              + backup.name()
              + BackupFolder.UNFINISHED
              + " is no backup any more.",
          e);
    }
  }

  /**
   * Restores a backup. A restore of our own copy that was interrupted goes on; one of a dump begins
   * anew.
   *
   * @param url an empty database, or for {@link RestoreOptions#dataOnly} one with empty tables
   * @throws SlipwayException when a file of the backup is not as it was written, something is there
   *     already, or a statement or a row is refused
   */
  public void restore(Backup backup, DatabaseUrl url, RestoreOptions options) {
    BackupFiles files = require(backup);
    try {
      DumpCopy dump = backup.manifest().dump();
      if (dump == null) {
        new Restore(dialect, files, url, options, progress).run();
      } else {
        new DumpRestore(dialect, backup, dump, url, options, progress, programs).run();
      }
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_DAMAGED,
          "A file of " + backup.place() + " can't be read: " + e.getMessage() + ".",
          "Use another backup.",
          e);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Compares every file with what the manifest says of it, and where the backup is encrypted, asks
   * whether the manifest was written by who has the key.
   *
   * @throws SlipwayException when the key is not known, or something was changed
   */
  public void check(Backup backup) {
    require(backup);
  }

  private BackupFiles require(Backup backup) {
    BackupFiles files = BackupFiles.of(backup, keys);
    backup.check(progress);
    return files;
  }

  /**
   * What became of the last time that a backup was restored for trial; empty where it never was, or
   * the backup is encrypted and who wrote that down did not have the key.
   */
  public Optional<Drill> proof(Backup backup) {
    return BackupProof.read(backup, BackupFiles.of(backup, keys).key());
  }

  /**
   * Compares a database with the backup that it was restored from: the catalog, and of every table
   * how many rows there are and their checksum.
   *
   * @return what is not as it was, in words; nothing where all is
   */
  public List<String> differences(Backup backup, DatabaseUrl restored) {
    try {
      return new RestoreProof(dialect, BackupOptions.defaults().jobs(), progress)
          .differences(BackupFiles.of(backup, keys), restored);
    } catch (SQLException | IOException e) {
      throw new SlipwayException(
          BackupError.RESTORE_DIFFERS,
          "What was restored can't be read: " + e.getMessage() + ".",
          "Run the command again.",
          e);
    }
  }

  /**
   * Restores a backup into a throw-away server of the same major version and compares; what became
   * of it stands beside the backup from then on.
   *
   * @return how long the restore took and what is not as it was
   * @throws SlipwayException when it can't be restored
   */
  public Drill drill(Backup backup) {
    BackupFiles files = BackupFiles.of(backup, keys);
    int major = BackupWay.major(backup.manifest().database().server());
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedOptions.temporary().version(major))) {
      var administration = new DatabaseUrl(server.jdbcUrlWithPassword("postgres"));
      String name = "restored";
      create(administration, name, backup);
      var url = new DatabaseUrl(server.jdbcUrlWithPassword(name));
      long began = System.nanoTime();
      restore(backup, url, RestoreOptions.defaults().onThrowAwayServer());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      var drill =
          new Drill(
              backup.name(),
              clock.instant(),
              took,
              backup.manifest().rows(),
              differences(backup, url));
      BackupProof.write(files, drill);
      return drill;
    }
  }

  /**
   * Creates the database that a backup is restored to.
   *
   * @param administration another database of the server
   * @param name what the new one is called
   */
  public void create(DatabaseUrl administration, String name, Backup backup) {
    try (Connection connection = dialect.connect(administration, "restore")) {
      dialect.copies().create(connection, name, backup.manifest().database());
    } catch (SQLException e) {
      throw new SlipwayException(
          BackupError.RESTORE_FAILED,
          "The database " + name + " can't be created: " + e.getMessage() + ".",
          "Name one that is not there yet, with a role that may create databases.",
          e);
    }
  }

  /**
   * Creates the database that a backup is restored to, unless that was begun before.
   *
   * @param administration another database of the server
   * @param name what the new one is called
   * @param url where it will be
   * @param options how it will be restored
   * @throws SlipwayException when there is such a database, and no restore of this backup in it; or
   *     when the backup is damaged or roles are missing, so that nothing has to be created for it
   */
  public void createUnlessBegun(
      DatabaseUrl administration,
      String name,
      DatabaseUrl url,
      Backup backup,
      RestoreOptions options) {
    try {
      new NewDatabase(dialect, administration, name, url, backup, options, programs)
          .createUnlessBegun(this::check);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** What is said where a restored database is not what was backed up. */
  public static SlipwayException differing(DatabaseUrl restored, List<String> differences) {
    return new SlipwayException(
        BackupError.RESTORE_DIFFERS,
        "What was restored into "
            + restored
            + " is not what was backed up:\n"
            + String.join("\n", differences),
        "Restore into a database that is quite empty; if it differs again, use another backup.");
  }

  private static SlipwayException failed(SQLException e) {
    return new SlipwayException(
        BackupError.RESTORE_FAILED,
        "The server refused: " + e.getMessage() + ".",
        "Mend what the server names, then run the command again: it goes on where it was.",
        e);
  }
}
