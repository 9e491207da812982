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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
  private final DatabaseUrl url;
  private final RestoreOptions options;
  private final BackupProgress progress;
  private final RestoreConnections connections;

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
    this.url = url;
    this.options = options;
    this.progress = progress;
    this.connections = new RestoreConnections(dialect, url, options);
  }

  /** Restores it. */
  void run() throws SQLException, IOException {
    try (connections) {
      Set<String> done = ask(this::begin);
      if (!options.dataOnly()) {
        run("before the rows", barriers(BackupFolder.BEFORE), 1, done);
      }
      List<RestoreTask> tasks = rows();
      if (!options.dataOnly()) {
        tasks.addAll(tasks(BackupFolder.AFTER, backup.manifest().tied()));
      }
      run("indexes and keys", tasks, options.jobs(), done);
      with(this::setSequences);
      if (!options.dataOnly()) {
        if (options.rights()) {
          run("privileges", barriers(BackupFolder.RIGHTS), 1, done);
        }
        with(this::settle);
        analyze();
      }
      with(RestoreJournal::end);
    }
  }

  /** Something that is done over one connection. */
  private interface Stage {
    void run(Connection connection) throws SQLException;
  }

  /** Something that is found out over one connection. */
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private void with(Stage stage) throws SQLException {
    Connection connection = connections.take();
    try {
      stage.run(connection);
    } finally {
      connections.giveBack(connection);
    }
  }

  private <T> T ask(Question<T> question) throws SQLException {
    Connection connection = connections.take();
    try {
      return question.ask(connection);
    } finally {
      connections.giveBack(connection);
    }
  }

  /** Tells what is done already. */
  private Set<String> begin(Connection connection) throws SQLException {
    Set<String> done = RestoreJournal.read(connection, backup);
    if (done.isEmpty() && !RestoreJournal.isThere(connection)) {
      requireRoom(connection);
      new RestoreRoles(connection, backup).require(options.createRoles());
      RestoreJournal.begin(connection, backup);
    }
    return done;
  }

  private void setSequences(Connection connection) throws SQLException {
    if (options.tables().isEmpty()) {
      copies.set(
          connection, backup.manifest().sequences().stream().map(SequenceCopy::state).toList());
      return;
    }
    // others of the environment went on since; those of these tables must not give a key again
    for (TableCopy table : tables()) {
      copies.advance(connection, id(table));
    }
  }

  /** What the database as a whole was like. */
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

  private List<RestoreTask> rows() {
    List<RestoreTask> tasks = new ArrayList<>();
    for (TableCopy table : tables()) {
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

  /** The planner knows nothing of rows that were copied; several tables at a time, as before. */
  private void analyze() throws SQLException, IOException {
    List<ObjectId> tables = ask(copies::analyzed);
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
