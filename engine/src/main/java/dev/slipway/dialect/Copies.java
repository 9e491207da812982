package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How all rows of a database are copied out of it, and into another one. Thread-safe. */
public interface Copies {

  /** Is handed each row in turn, as the engine writes it. */
  interface RowSink {

    /**
     * Takes a row.
     *
     * @param row its bytes with the line's end; nobody else changes them
     */
    void take(byte[] row) throws IOException;
  }

  /**
   * Opens a snapshot of a whole database, in which several connections read. No table can be
   * altered or dropped while it is open; rows can be written.
   *
   * @param url the database
   * @throws dev.slipway.error.SlipwayException when somebody alters a table meanwhile, or the role
   *     may not read everything
   */
  SharedSnapshot snapshot(DatabaseUrl url);

  /**
   * Every table whose rows are to be copied, by size, the largest first.
   *
   * @param connection a connection of a snapshot
   * @param pieceBytes of about how many bytes of the server's files a piece is
   */
  List<CopiedTable> tables(Connection connection, long pieceBytes) throws SQLException;

  /**
   * Reads a piece of a table.
   *
   * @param connection a connection of a snapshot
   * @param piece one of {@link CopiedTable#pieces()}
   * @return how many rows it had
   */
  long read(Connection connection, String piece, RowSink rows) throws SQLException, IOException;

  /**
   * Writes rows into a table, within the transaction that is open.
   *
   * @param table the table
   * @param columns the columns that the rows have
   * @param rows the rows, as they were read
   * @return how many rows came
   */
  long write(Connection connection, ObjectId table, List<String> columns, InputStream rows)
      throws SQLException, IOException;

  /** Whether a table has rows. */
  boolean hasRows(Connection connection, ObjectId table) throws SQLException;

  /** How far each sequence is, those of identity columns too. */
  List<SequenceState> sequences(Connection connection) throws SQLException;

  /** Sets sequences to where they were. */
  void set(Connection connection, List<SequenceState> states) throws SQLException;

  /**
   * Sets the sequences that belong to columns of a table behind the greatest value there; none goes
   * back.
   */
  void advance(Connection connection, ObjectId table) throws SQLException;

  /**
   * The large objects, as a table whose rows are pieces of them; without pieces where there are
   * none.
   */
  CopiedTable largeObjects(Connection connection) throws SQLException;

  /**
   * Writes large objects with the identities that they had, within the transaction that is open.
   *
   * @return how many rows came
   */
  long writeLargeObjects(Connection connection, InputStream rows) throws SQLException, IOException;

  /** What the database of a connection is beside its objects. */
  DatabaseTraits traits(Connection connection) throws SQLException;

  /** Whether the server has a database of a name. */
  boolean isThere(Connection connection, String name) throws SQLException;

  /**
   * Creates a database of the same traits, but for its name and its settings.
   *
   * @param connection a connection of another database of the server, in auto-commit mode
   */
  void create(Connection connection, String name, DatabaseTraits traits) throws SQLException;

  /**
   * Drops a database with whoever is connected to it.
   *
   * @param connection a connection of another database of the server, in auto-commit mode
   */
  void drop(Connection connection, String name) throws SQLException;

  /**
   * Makes a session fit to write what was read: nothing ends it for the time it takes, and nothing
   * is checked of what functions say.
   *
   * @param connection the connection, in auto-commit mode
   * @param besideTriggers whether triggers and foreign keys of the tables shall not act on rows
   */
  void prepare(Connection connection, boolean besideTriggers) throws SQLException;

  /**
   * Lets a session sort in memory when it builds indexes; never in less than the server gives it.
   *
   * @param bytes how much it may use at a time
   */
  void sortIn(Connection connection, long bytes) throws SQLException;

  /** Everything whose rows the planner has to know of, the largest first. */
  List<ObjectId> analyzed(Connection connection) throws SQLException;

  /** Gathers what the planner has to know of the rows of a table. */
  void analyze(Connection connection, ObjectId table) throws SQLException;

  /** The materialized views that hold no rows, since nobody filled them yet. */
  List<ObjectId> unfilled(Connection connection) throws SQLException;

  /** What empties a materialized view. */
  String unfill(ObjectId view);
}
