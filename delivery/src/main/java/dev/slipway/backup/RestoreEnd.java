package dev.slipway.backup;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.Dialect;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a database still lacks when its objects and rows are back, whatever brought them. */
record RestoreEnd(
    Dialect dialect,
    Backup backup,
    RestoreConnections connections,
    RestoreOptions options,
    BackupProgress progress) {

  /** Sets sequences to where they were, or behind the rows of the tables that are wanted. */
  void setSequences(RestoreRoom room) throws SQLException {
    Copies copies = dialect.copies();
    if (options.tables().isEmpty()) {
      connections.with(connection ->
          copies.set(
              connection,
              backup.manifest().sequences().stream().map(SequenceCopy::state).toList()));
      return;
    }
    // others of the environment went on since; those of these tables must not give a key again
    for (TableCopy table : room.tables()) {
      connections.with(connection -> copies.advance(connection, RestoreRoom.id(table)));
    }
  }

  /** What the database as a whole was like. */
  void settle() throws SQLException {
    connections.with(this::settle);
  }

  private void settle(Connection connection) throws SQLException {
    BackupManifest manifest = backup.manifest();
    try (Statement statement = connection.createStatement()) {
      for (String unfill : manifest.unfilled()) {
        statement.execute(unfill);
      }
      if (options.rights()) {
        for (String setting : manifest.database().settings()) {
          statement.execute(setting);
        }
      }
    }
  }

  /** The planner knows nothing of rows that were copied; several tables at a time, as before. */
  void analyze() throws SQLException, IOException {
    Copies copies = dialect.copies();
    List<ObjectId> tables = connections.ask(copies::analyzed);
    var told = new Told(progress, "gathering statistics", tables.size());
    Jobs.run(
        options.jobs(),
        tables,
        () -> {
          Connection connection = connections.take();
          return new Jobs.Worker<>() {
            @Override
            public void work(ObjectId table) throws SQLException {
              copies.analyze(connection, table);
              told.add(1);
            }

            @Override
            public void close() {
              connections.giveBack(connection);
            }
          };
        });
  }
}
