package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import dev.slipway.plan.TableSize;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much tables of a target hold, as far as it can be told at once. Stateless and thread-safe;
 * each method reads within the connection's transaction, with a fixed number of queries.
 */
public interface TableSizes {

  /**
   * The sizes of tables and materialized views, each with its partitions and heirs. One that is not
   * there has none.
   *
   * @param countedTo how many rows are counted at most where there are no statistics
   */
  Map<ObjectId, TableSize> read(Connection connection, Collection<ObjectId> tables, long countedTo)
      throws SQLException;

  /**
   * Which of some tables have no row, and which of some columns no value but null; asked of the
   * rows themselves. Where the role can't see all of them, that is not known of any.
   */
  Set<ObjectId> empty(Connection connection, Collection<ObjectId> holders) throws SQLException;

  /**
   * Of which of some tables row level security hides rows from the role, in their order; it is on
   * for the role also where no policy happens to hide one.
   */
  List<ObjectId> hidden(Connection connection, Collection<ObjectId> tables) throws SQLException;

  /**
   * Statements that lock a table, and fail where it, or its column, is not empty after all.
   *
   * @param holder a table or a column
   */
  List<Statement> guard(ObjectId holder);
}
