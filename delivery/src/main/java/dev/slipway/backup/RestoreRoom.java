package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a backup is restored to, which has to be empty.
 *
 * @param url the database
 * @param options which tables are meant
 */
record RestoreRoom(Dialect dialect, Backup backup, DatabaseUrl url, RestoreOptions options) {

  /** Makes sure that nothing is there that could be overwritten. */
  void require(Connection connection) throws SQLException {
    Catalog there = DumpedCatalog.read(dialect, connection);
    if (options.dataOnly()) {
      for (TableCopy table : tables()) {
        requireEmpty(connection, table, there);
      }
      return;
    }
    List<Table> tables =
        there.all(Table.class).stream()
            .filter(table -> !table.id().schema().equals(RestoreJournal.SCHEMA))
            .toList();
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
    if (dialect.copies().hasRows(connection, id(table))) {
      throw new SlipwayException(
          BackupError.RESTORE_TARGET_USED,
          "There are rows in " + table.shown() + " already.",
          "Empty it first, or restore into another database. Nothing is ever overwritten.");
    }
  }

  /** The tables whose rows are wanted. */
  List<TableCopy> tables() {
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

  static ObjectId id(TableCopy table) {
    return ObjectId.of(Kind.TABLE, table.schema(), table.name());
  }
}
