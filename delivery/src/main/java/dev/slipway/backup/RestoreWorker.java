package dev.slipway.backup;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Copies;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** Runs tasks of a restore over one connection, for as long as there are some. */
final class RestoreWorker implements Jobs.Worker<RestoreOrder> {

  /** SQLSTATE deadlock_detected (manual, Appendix A). */
  private static final String DEADLOCK = "40P01";

  private static final int TRIES = 10;

  private final Copies copies;
  private final BackupFiles files;
  private final RestoreConnections connections;
  private final Connection connection;
  private final RestoreTold told;

  RestoreWorker(Copies copies, BackupFiles files, RestoreConnections connections, RestoreTold told)
      throws SQLException {
    this.copies = copies;
    this.files = files;
    this.connections = connections;
    this.told = told;
    this.connection = connections.take();
    connection.setAutoCommit(false);
  }

  @Override
  public void work(RestoreOrder order) throws SQLException, IOException {
    try {
      for (RestoreTask task = order.take(); task != null; task = order.take()) {
        switch (task) {
          case RestoreTask.Rows rows -> write(rows);
          case RestoreTask.Statements statements -> run(statements);
        }
        order.ended(task);
        told.ended(task);
      }
    } catch (InterruptedException e) {
      order.stop();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (SQLException | IOException | RuntimeException | Error e) {
      order.stop();
      throw e;
    }
  }

  /** Writes a file, which is compared with its hash before it counts. */
  private void write(RestoreTask.Rows task) throws SQLException, IOException {
    TableCopy table = task.table();
    Backup backup = files.backup();
    MessageDigest digest = HashedFile.sha256();
    long rows;
    try (InputStream stored = new DigestInputStream(backup.read(task.file()), digest);
        InputStream in = backup.compression().from(files.open(task.file(), stored))) {
      rows =
          task.isLargeObjects()
              ? copies.writeLargeObjects(connection, in)
              : copies.write(
                  connection,
                  ObjectId.of(Kind.TABLE, table.schema(), table.name()),
                  table.columns(),
                  in);
      // what is behind the rows belongs to the hash
      stored.transferTo(OutputStream.nullOutputStream());
    } catch (SQLException e) {
      throw new SlipwayException(
          BackupError.RESTORE_FAILED,
          "Rows of " + table.shown() + " were refused: " + e.getMessage() + ".",
          "Mend what the server names, then run the command again: it goes on where it was.",
          e);
    }
    if (rows != task.file().rows()
        || !HexFormat.of().formatHex(digest.digest()).equals(task.file().sha256())) {
      throw new SlipwayException(
          BackupError.BACKUP_DAMAGED,
          backup.place()
              + "/"
              + task.file().name()
              + " was changed: its SHA-256 or its number of rows is not that of the manifest.",
          "Use another backup. The database that was begun is of no use; drop it.");
    }
    RestoreJournal.mark(connection, task.name());
    connection.commit();
  }

  private void run(RestoreTask.Statements task) throws SQLException {
    for (int tries = 1; ; tries++) {
      String running = "";
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        for (String sql : task.sql()) {
          running = sql;
          statement.execute(sql);
        }
        RestoreJournal.mark(connection, task.name());
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
    connections.giveBack(connection);
  }
}
