package dev.slipway.dialect;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowChange;
import dev.slipway.plan.Trial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * How an engine lets itself be watched while it runs other people's statements on a shadow.
 * Stateless and thread-safe.
 *
 * <p>Whatever the session is set to, these look at the same things; within an open transaction they
 * leave no trace in it.
 */
public interface Observation {

  /** What the session has done until now. */
  Sight look(Connection connection) throws SQLException;

  /**
   * The names of what can be renamed, by what identifies it for good: relations, columns, schemas
   * and values of enumerated types.
   */
  Map<String, Named> names(Connection connection) throws SQLException;

  /**
   * The catalog and its names as the session's transaction sees them.
   *
   * @param scope what is left out
   */
  Seen read(Connection connection, Scope scope) throws SQLException;

  /** Has the server remark about the session's transaction what it would otherwise keep quiet. */
  void listen(Connection connection) throws SQLException;

  /**
   * Whether a statement fails in some circumstances, tried within the open transaction and taken
   * back. Outside of one only running it again is tried, and what that does stays.
   *
   * @param earlier what is run before it, whether that fails or not; empty for nothing
   */
  boolean fails(
      Connection connection, List<ScriptStatement> earlier, ScriptStatement statement, Trial trial)
      throws SQLException;

  /** The rows that a statement is about to change; empty for one that changes the schema. */
  List<RowChange> rowChanges(Connection connection, ScriptStatement statement) throws SQLException;

  /**
   * Something with a name.
   *
   * @param id what it is; for a value of an enumerated type the type
   * @param value the value; empty for anything else
   */
  record Named(ObjectId id, String value) {}

  /**
   * A catalog at one moment.
   *
   * @param catalog the catalog
   * @param names the names of what can be renamed
   */
  record Seen(Catalog catalog, Map<String, Named> names) {}
}
