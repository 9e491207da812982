package dev.slipway.dialect;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * How some rows of tables are chosen within one snapshot, with those that they point at. A row is
 * known by its place, which holds in that snapshot alone. Stateless and thread-safe.
 */
public interface Subsets {

  /**
   * The place of a row.
   *
   * @param store which table or partition holds it, by the server's number
   * @param row where in it, as one number that only the server's own dialect understands; never 0
   */
  record Place(long store, long row) {}

  /** Is handed places, one after the other. */
  interface Found {

    /** Takes the next one. */
    void take(Place place);
  }

  /**
   * Chooses rows of a table by their keys, so that the same rows are chosen again.
   *
   * @param connection a connection of a snapshot
   * @param table the table; with its partitions where it has some
   * @param key the columns of its primary key; empty where there is none, then all of a row counts
   * @param share which of them
   */
  void choose(Connection connection, ObjectId table, List<String> key, Share share, Found found)
      throws SQLException;

  /**
   * The rows that some rows point at by a foreign key.
   *
   * @param key the foreign key
   * @param rows rows of its table, all of one store
   */
  void parents(Connection connection, Constraint key, Collection<Place> rows, Found found)
      throws SQLException;

  /** The rows that all rows of a table point at by a foreign key. */
  void parents(Connection connection, Constraint key, Found found) throws SQLException;

  /**
   * The rows that point at some rows by a foreign key.
   *
   * @param key the foreign key
   * @param rows rows of the table that it points at, all of one store
   */
  void children(Connection connection, Constraint key, Collection<Place> rows, Found found)
      throws SQLException;

  /**
   * What reads all rows of a table, with its partitions, for {@link Copies#read}.
   *
   * @param columns the columns, in the order in which they are written
   */
  String reading(ObjectId table, List<String> columns);

  /** What reads some rows of one store. */
  String reading(Connection connection, Collection<Place> rows, List<String> columns)
      throws SQLException;

  /** What reads the first rows of a table, in no order. */
  String reading(ObjectId table, List<String> columns, int most);

  /** How many rows point at a row that is not there. */
  long orphans(Connection connection, Constraint key) throws SQLException;

  /** Takes all rows out of tables, at once; nobody else reads them until the transaction ends. */
  void empty(Connection connection, List<ObjectId> tables) throws SQLException;
}
