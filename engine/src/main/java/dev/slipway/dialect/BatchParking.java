package dev.slipway.dialect;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rows are copied aside that one statement takes batch by batch. It keeps what it learned of
 * the tables for as long as they are as they were. One object is for one statement and one
 * connection, and works in its open transaction; not thread-safe.
 */
public interface BatchParking {

  /**
   * Copies the rows of a batch, and locks them, before its statement runs.
   *
   * @param statement the statement of the batch
   * @return null where only {@link RowParking#watch} can do it
   */
  @Nullable RowsCopied copy(ScriptStatement statement, BatchRange range) throws SQLException;

  /**
   * Keeps those copies alone whose rows the statement changed or removed. Fails like a
   * serialization when others added rows to the batch in between.
   *
   * @param changed how many rows the statement says that it changed
   * @return whether there is any copy, of this batch or an earlier one
   */
  boolean compare(RowsCopied copied, BatchRange range, long changed) throws SQLException;

  /**
   * Copies the rows of a batch that a class is handed, and locks them.
   *
   * @return null where only {@link RowParking#watchAll} can do it
   */
  @Nullable RowsCopied copyHanded(BatchRange range) throws SQLException;

  /**
   * Whether a class took no rows of the walked table but those of its batch, each once.
   *
   * @param before what had been counted before it ran
   */
  boolean isOfHanded(RowsCopied copied, RowsCounted before) throws SQLException;

  /**
   * Keeps those copies alone whose rows the class changed or removed.
   *
   * @return whether there is any copy, of this batch or an earlier one
   */
  boolean keepHanded(RowsCopied copied) throws SQLException;

  /** How long the rows of the last batch took to be copied and compared. */
  Duration worked();
}
