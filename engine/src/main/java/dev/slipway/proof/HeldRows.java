package dev.slipway.proof;

import dev.slipway.catalog.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows the tables of a database hold: what is in a database beside its schema.
 *
 * @param counts by table; tables without rows are left out
 */
public record HeldRows(Map<ObjectId, Long> counts) {

  /** Copies the counts. */
  public HeldRows {
    counts = Map.copyOf(counts);
  }

  /** Counts them. */
  public static HeldRows of(Connection connection) {
    Map<ObjectId, Long> counts = new TreeMap<>();
    try {
      Rows.read(connection)
          .tables()
          .forEach((table, columns) -> {
            long most = columns.values().stream().mapToLong(Rows.Values::count).max().orElse(0);
            if (most > 0) {
              counts.put(table, most);
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("counting rows of a throw-away database failed", e);
    }
    return new HeldRows(counts);
  }

  /** What is held beyond what was before, in the order of the tables. */
  public Map<ObjectId, Long> beyond(HeldRows before) {
    Map<ObjectId, Long> more = new TreeMap<>(counts);
    before.counts.forEach(more::remove);
    return more;
  }
}
