package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Restores a backup into an empty database: what rows need, the rows, everything else. Each step
 * stands in the {@link RestoreJournal}, so that one that was interrupted goes on.
 */
final class Restore {

  /** How many statements that may touch anything run in one transaction. */
  private static final int STATEMENTS_AT_ONCE = 200;

  /** SQLSTATE deadlock_detected (manual, Appendix A). */
  private static final String DEADLOCK = "40P01";

  private static final int TRIES = 10;

  private final Dialect dialect;
  private final Copies copies;
  private final Backup backup;
  private final DatabaseUrl url;
  private final RestoreOptions options;
  private final BackupProgress progress;

  Restore(
      Dialect dialect,
      Backup backup,
      DatabaseUrl url,
      RestoreOptions options,
      BackupProgress progress) {
    this.dialect = dialect;
    this.copies = dialect.copies();
    this.backup = backup;
    this.url = url;
    this.options = options;
    this.progress = progress;
  }

  /** Restores it. */
  void run() throws SQLException, IOException {
    try (Connection connection = connect()) {
      Set<String> done = RestoreJournal.read(connection, backup);
      if (done.isEmpty() && !RestoreJournal.isThere(connection)) {
        requireRoom(connection);
        new RestoreRoles(connection, backup).require(options.createRoles());
        RestoreJournal.begin(connection, backup);
      }
      BackupManifest manifest = backup.manifest();
      if (!options.dataOnly()) {
        run("before the rows", BackupFolder.BEFORE, onlyBarriers(BackupFolder.BEFORE), 1, done);
      }
      rows(done);
      if (!options.dataOnly()) {
        run("indexes and keys", BackupFolder.AFTER, manifest.tied(), options.jobs(), done);
      }
      if (options.tables().isEmpty()) {
        copies.set(connection, manifest.sequences().stream().map(SequenceCopy::state).toList());
      } else {
        // others of the environment went on since; those of these tables must not give a key again
        for (TableCopy table : tables()) {
          copies.advance(connection, id(table));
        }
      }
      if (!options.dataOnly()) {
        if (options.rights()) {
          run("privileges", BackupFolder.RIGHTS, onlyBarriers(BackupFolder.RIGHTS), 1, done);
        }
        try (Statement statement = connection.createStatement()) {
          for (String unfill : manifest.unfilled()) {
            statement.execute(unfill);
          }
          for (String setting :
              options.rights() ? manifest.database().settings() : List.<String>of()) {
            statement.execute(setting);
          }
          statement.execute("analyze");
        }
      }
      RestoreJournal.end(connection);
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = dialect.connect(url, "restore");
    copies.prepare(connection, options.dataOnly());
    return connection;
  }

  private void requireRoom(Connection connection) throws SQLException {
    Catalog there = dialect.introspect(connection, BackupWriter.WHOLE);
    if (options.dataOnly()) {
      for (TableCopy table : tables()) {
        requireEmpty(connection, table, there);
      }
      return;
    }
    List<Table> tables = there.all(Table.class);
    if (!tables.isEmpty()) {
      throw new SlipwayException(
          BackupError.RESTORE_TARGET_USED,
          url + " has tables already, such as " + tables.get(0).id().dotted() + ".",
          "Name an empty database, or one to be created: --into NAME. Nothing is ever"
              + " overwritten.");
    }
  }

  private void requireEmpty(Connection connection, TableCopy table, Catalog there)
      throws SQLException {
    List<String> columns = new ArrayList<>(table.columns());
    there.columnsOf(id(table)).forEach(column -> columns.remove(column.id().name()));
    if (!there.has(id(table)) || !columns.isEmpty()) {
      throw new SlipwayException(
          BackupError.RESTORE_FAILED,
          url
              + " has no table "
              + table.shown()
              + (there.has(id(table)) ? " with the column " + columns.get(0) : "")
              + ", to which rows could be restored.",
          "Bring its schema to where it was when the backup was taken, or restore all of it with"
              + " --into NAME.");
    }
    if (copies.hasRows(connection, id(table))) {
      throw new SlipwayException(
          BackupError.RESTORE_TARGET_USED,
          "There are rows in " + table.shown() + " already.",
          "Empty it first, or restore into another database. Nothing is ever overwritten.");
    }
  }

  private List<TableCopy> tables() {
    if (options.tables().isEmpty()) {
      return backup.manifest().tables();
    }
    List<TableCopy> found = new ArrayList<>();
    for (String name : options.tables()) {
      found.add(
          backup.manifest().tables().stream()
              .filter(table -> table.shown().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new SlipwayException(
                      BackupError.BACKUP_INCOMPLETE,
                      "The backup " + backup.name() + " has no table " + name + ".",
                      "Write the table with its schema, such as public.todo.")));
    }
    return found;
  }

  private static ObjectId id(TableCopy table) {
    return ObjectId.of(Kind.TABLE, table.schema(), table.name());
  }

  /** A file of rows and where they go; no table for large objects. */
  private record Piece(TableCopy table, DataFile file, boolean isLargeObjects) {}

  private void rows(Set<String> done) throws SQLException, IOException {
    List<Piece> pieces = new ArrayList<>();
    for (TableCopy table : tables()) {
      table.files().forEach(file -> pieces.add(new Piece(table, file, false)));
    }
    if (options.tables().isEmpty()) {
      TableCopy objects = backup.manifest().largeObjects();
      objects.files().forEach(file -> pieces.add(new Piece(objects, file, true)));
    }
    var told =
        new Told(
            progress,
            "restoring rows",
            pieces.stream().mapToLong(piece -> piece.file().bytes()).sum());
    pieces.stream()
        .filter(piece -> done.contains(piece.file().name()))
        .forEach(piece -> told.add(piece.file().bytes()));
    pieces.removeIf(piece -> done.contains(piece.file().name()));
    Jobs.run(options.jobs(), pieces, () -> new RowWriter(connect(), told));
  }

  /** Writes one file after the other; each is compared with its hash before it counts. */
  private final class RowWriter implements Jobs.Worker<Piece> {

    private final Connection connection;
    private final Told told;

    RowWriter(Connection connection, Told told) throws SQLException {
      this.connection = connection;
      this.told = told;
      connection.setAutoCommit(false);
    }

    @Override
    public void work(Piece piece) throws SQLException, IOException {
      DataFile file = piece.file();
      Path path = BackupFolder.file(backup.folder(), file.name());
      MessageDigest digest = HashedFile.sha256();
      long rows;
      try (InputStream in =
          backup.compression().from(new DigestInputStream(Files.newInputStream(path), digest))) {
        rows =
            piece.isLargeObjects()
                ? copies.writeLargeObjects(connection, in)
                : copies.write(connection, id(piece.table()), piece.table().columns(), in);
      } catch (SQLException e) {
        throw new SlipwayException(
            BackupError.RESTORE_FAILED,
            "Rows of " + piece.table().shown() + " were refused: " + e.getMessage() + ".",
            "Mend what the server names, then run the command again: it goes on where it was.",
            e);
      }
      if (rows != file.rows() || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
        throw new SlipwayException(
            BackupError.BACKUP_DAMAGED,
            path + " was changed: its SHA-256 or its number of rows is not that of the manifest.",
            "Use another backup. The database that was begun is of no use; drop it.");
      }
      RestoreJournal.mark(connection, file.name());
      connection.commit();
      told.add(file.bytes());
    }

    @Override
    public void close() {
      Restore.close(connection);
    }
  }

  private List<Tie> onlyBarriers(String file) {
    int statements = statements(file).size();
    return Collections.nCopies(statements, new Tie(List.of(), false));
  }

  private List<String> statements(String file) {
    return dialect.split(backup.text(file)).stream().map(ScriptStatement::sql).toList();
  }

  private void run(String doing, String file, List<Tie> ties, int jobs, Set<String> done)
      throws SQLException, IOException {
    List<String> sql = statements(file);
    if (sql.size() != ties.size()) {
      throw new SlipwayException(
          BackupError.BACKUP_DAMAGED,
          file
              + " has "
              + sql.size()
              + " statements, and the manifest speaks of "
              + ties.size()
              + ".",
          "Use another backup.");
    }
    TiedStatements open = TiedStatements.of(file, sql, ties, STATEMENTS_AT_ONCE, done);
    var told = new Told(progress, doing, sql.size());
    List<Integer> threads = Collections.nCopies(Math.min(jobs, open.size()), 0);
    try {
      Jobs.run(threads.size(), threads, () -> new StatementWriter(connect(), open, told));
    } finally {
      open.stop();
    }
  }

  /** Runs units as long as there are some. */
  private static final class StatementWriter implements Jobs.Worker<Integer> {

    private final Connection connection;
    private final TiedStatements open;
    private final Told told;

    StatementWriter(Connection connection, TiedStatements open, Told told) throws SQLException {
      this.connection = connection;
      this.open = open;
      this.told = told;
      connection.setAutoCommit(false);
    }

    @Override
    public void work(Integer thread) throws SQLException, IOException {
      try {
        for (TiedStatements.Unit unit = open.take(); unit != null; unit = open.take()) {
          run(unit);
          open.ended(unit);
          told.add(unit.sql().size());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } catch (SQLException | RuntimeException e) {
        open.stop();
        throw e;
      }
    }

    private void run(TiedStatements.Unit unit) throws SQLException {
      for (int tries = 1; ; tries++) {
        String running = "";
        try (Statement statement = connection.createStatement()) {
          statement.setEscapeProcessing(false);
          for (String sql : unit.sql()) {
            running = sql;
            statement.execute(sql);
          }
          RestoreJournal.mark(connection, unit.name());
          connection.commit();
          return;
        } catch (SQLException e) {
          connection.rollback();
          if (!DEADLOCK.equals(e.getSQLState()) || tries >= TRIES) {
            throw new SlipwayException(
                BackupError.RESTORE_FAILED,
                "A statement was refused: " + e.getMessage() + ".\n" + running,
                "Mend what the server names, then run the command again: it goes on where it was.",
                e);
          }
        }
      }
    }

    @Override
    public void close() {
      Restore.close(connection);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // what was not committed is rolled back by the server, however the connection went
    }
  }
}
