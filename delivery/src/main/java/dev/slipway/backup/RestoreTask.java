package dev.slipway.backup;

import java.util.List;

/** Something that a restore does in one transaction, and that its journal knows by name. */
sealed interface RestoreTask {

  /** What it is called in the journal. */
  String name();

  /** The tables that it touches, as dotted names; none where it may touch anything. */
  List<String> tables();

  /** With what it may touch them at the same time. */
  Beside beside();

  /** With what other tasks one may touch the same tables at the same time. */
  enum Beside {
    /** With none. */
    NONE,
    /** With others that write rows. */
    ROWS,
    /** With others that build indexes. */
    BUILDS
  }

  /**
   * Writes the rows of one file.
   *
   * @param table their table
   * @param file where they are
   * @param isLargeObjects whether they are pieces of large objects instead
   */
  record Rows(TableCopy table, DataFile file, boolean isLargeObjects) implements RestoreTask {

    @Override
    public String name() {
      return file.name();
    }

    @Override
    public List<String> tables() {
      return List.of(table.shown());
    }

    @Override
    public Beside beside() {
      return Beside.ROWS;
    }
  }

  /**
   * Runs statements in their order.
   *
   * @param name what they are called in the journal
   * @param sql the statements
   * @param tie what they touch
   */
  record Statements(String name, List<String> sql, Tie tie) implements RestoreTask {

    /** Copies the statements. */
    public Statements {
      sql = List.copyOf(sql);
    }

    @Override
    public List<String> tables() {
      return tie.tables();
    }

    @Override
    public Beside beside() {
      return tie.shared() ? Beside.BUILDS : Beside.NONE;
    }
  }
}
