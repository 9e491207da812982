package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What a database has of what was parked there, found by its names, whatever the ledger says.
 * Stateless and thread-safe.
 */
public interface ParkedStore {

  /** Everything that is parked, by label, then name. */
  List<ParkedThing> find(Connection connection) throws SQLException;

  /** What time it is there, by the clock that says since when something is parked. */
  Instant now(Connection connection) throws SQLException;

  /**
   * The statements that drop parked things for good.
   *
   * @param things what goes
   * @param isAll whether nothing parked is left then
   */
  List<Statement> purge(List<ParkedThing> things, boolean isAll);

  /**
   * The statement that gives the rows of a parked column a value that have none.
   *
   * @param place the column under the name that it has there
   * @param expression the value, as the user wrote it
   */
  Statement restore(ObjectId place, String expression);
}
