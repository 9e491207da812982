package dev.slipway.backup;

import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Restores a backup into an empty database: what rows need, then the rows, and behind those of each
 * table its indexes and keys, at last everything else. Each step stands in the {@link
 * RestoreJournal}, so that one that was interrupted goes on.
 */
final class Restore {

  /** How many statements that may touch anything run in one transaction. */
  private static final int STATEMENTS_AT_ONCE = 200;

  private final Dialect dialect;
  private final Copies copies;
  private final BackupFiles files;
  private final Backup backup;
  private final RestoreOptions options;
  private final BackupProgress progress;
  private final RestoreConnections connections;
  private final RestoreRoom room;
  private final RestoreEnd end;

  Restore(
      Dialect dialect,
      BackupFiles files,
      DatabaseUrl url,
      RestoreOptions options,
      BackupProgress progress) {
    this.dialect = dialect;
    this.copies = dialect.copies();
    this.files = files;
    this.backup = files.backup();
    this.options = options;
    this.progress = progress;
    this.connections = new RestoreConnections(dialect, url, options);
    this.room = new RestoreRoom(dialect, backup, url, options);
    this.end = new RestoreEnd(dialect, backup, connections, options, progress);
  }

  /** Restores it. */
  void run() throws SQLException, IOException {
    try (connections) {
      Set<String> done = connections.ask(this::begin);
      if (!options.dataOnly()) {
        run("before the rows", barriers(BackupFolder.BEFORE), 1, done);
      }
      List<RestoreTask> tasks = rows();
      if (!options.dataOnly()) {
        tasks.addAll(tasks(BackupFolder.AFTER, backup.manifest().tied()));
      }
      run("indexes and keys", tasks, options.jobs(), done);
      end.setSequences(room);
      if (!options.dataOnly()) {
        if (options.rights()) {
          run("privileges", barriers(BackupFolder.RIGHTS), 1, done);
        }
        end.settle();
        end.analyze();
      }
      connections.with(RestoreJournal::end);
    }
  }

  /** Tells what is done already. */
  private Set<String> begin(Connection connection) throws SQLException {
    Set<String> done = RestoreJournal.read(connection, backup);
    if (done.isEmpty() && !RestoreJournal.isThere(connection)) {
      room.require(connection);
      new RestoreRoles(connection, backup).require(options);
      RestoreJournal.begin(connection, backup);
    }
    return done;
  }

  private List<RestoreTask> rows() {
    List<RestoreTask> tasks = new ArrayList<>();
    for (TableCopy table : room.tables()) {
      table.files().forEach(file -> tasks.add(new RestoreTask.Rows(table, file, false)));
    }
    if (options.tables().isEmpty()) {
      TableCopy objects = backup.manifest().largeObjects();
      objects.files().forEach(file -> tasks.add(new RestoreTask.Rows(objects, file, true)));
    }
    return tasks;
  }

  private List<RestoreTask> barriers(String file) {
    int statements = statements(file).size();
    return tasks(file, Collections.nCopies(statements, new Tie(List.of(), false)));
  }

  private List<String> statements(String file) {
    return dialect.split(files.text(file)).stream().map(ScriptStatement::sql).toList();
  }

  private List<RestoreTask> tasks(String file, List<Tie> ties) {
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
    return RestoreOrder.statements(file, sql, ties, STATEMENTS_AT_ONCE);
  }

  private void run(String doing, List<RestoreTask> tasks, int jobs, Set<String> done)
      throws SQLException, IOException {
    var order = new RestoreOrder(tasks, backup.manifest().tables(), done);
    var told = new RestoreTold(progress, doing, tasks, done);
    int threads = Math.min(jobs, order.size());
    Jobs.run(
        threads,
        Collections.nCopies(threads, order),
        () -> new RestoreWorker(copies, files, connections, told));
  }
}
