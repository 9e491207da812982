package dev.slipway.dialect;

import dev.slipway.plan.RowCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * How rows that statements change or remove are copied aside in the same transaction, and brought
 * back. Stateless and thread-safe; each method works in the connection's open transaction.
 */
public interface RowParking {

  /** Whether a statement may change or remove rows, by its first word. */
  boolean mayTake(ScriptStatement statement);

  /** Whether a statement does nothing but change or remove rows, by its first word. */
  boolean onlyTakes(ScriptStatement statement);

  /**
   * Gets ready to copy what a statement takes, or copies it at once. What cascades takes along is
   * copied as well.
   *
   * @param statement the statement, which runs next
   * @param label by which the names of the copies are known
   * @param number the statement's number in its script, from 1
   * @return the copies; empty where the statement can't take rows
   */
  List<RowsAside> watch(Connection connection, ScriptStatement statement, String label, int number)
      throws SQLException;

  /**
   * About how many rows a statement takes from the tables that it names, by the server's
   * statistics; without what foreign keys take along.
   */
  long estimate(Connection connection, ScriptStatement statement) throws SQLException;

  /**
   * How the rows are copied that one statement takes batch by batch.
   *
   * @param connection where its batches run
   * @param label by which the names of the copies are known
   * @param number the statement's number in its script, from 1
   */
  BatchParking batches(Connection connection, String label, int number);

  /**
   * Says whose rows are copied from now on.
   *
   * @param number the statement's number; 0 for none
   */
  void look(Connection connection, int number) throws SQLException;

  /**
   * Whether a statement may change or remove rows that nobody knows of before it runs, since it may
   * run functions, blocks of code or triggers; by its first word.
   */
  boolean mayCall(ScriptStatement statement);

  /** What the open transaction did to rows until now. */
  RowsCounted count(Connection connection) throws SQLException;

  /**
   * Whether rows were taken that nothing copied.
   *
   * @param before what had been counted before the statement
   * @param watched what is copied
   * @param number the statement's number in its script, from 1
   * @return all tables from which rows were taken since; empty where all of them were copied
   */
  Set<Long> missed(Connection connection, RowsCounted before, List<RowsAside> watched, int number)
      throws SQLException;

  /**
   * Gets ready to copy whatever is taken from some tables, by whomever.
   *
   * @param tables what {@link #missed} said
   */
  List<RowsAside> watchAll(Connection connection, Set<Long> tables, String label, int number)
      throws SQLException;

  /**
   * Leaves in copies of {@link #watchAll} what the statement came to: a row that it changed twice
   * was changed once, and one that it made and removed was never there.
   */
  void conclude(Connection connection, List<RowsAside> watched) throws SQLException;

  /**
   * Takes away what {@link #watch} needed beside the copies themselves. Waits for whoever reads the
   * tables, so it comes at the end of the transaction.
   *
   * @param watched what is watched
   */
  void unwatch(Connection connection, List<RowsAside> watched) throws SQLException;

  /**
   * How many rows a copy has; a copy without rows is dropped.
   *
   * @return the number of rows; 0 where nothing is left of it
   */
  long settle(Connection connection, RowsAside aside) throws SQLException;

  /**
   * What has to hold for rows to come back.
   *
   * @param places the copies, dotted
   */
  List<RowCheck> questions(Connection connection, Set<String> places) throws SQLException;

  /**
   * Brings rows back and drops their copies. What was written since stays as it was written.
   *
   * @param places the copies, dotted
   * @return what became of each, the last copy first
   */
  List<RowsBack> bringBack(Connection connection, Set<String> places) throws SQLException;
}
