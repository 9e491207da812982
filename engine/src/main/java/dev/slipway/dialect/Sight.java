package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.LockMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a session's work at one moment, to be compared with another moment.
 *
 * @param relations the relations by what identifies them for good
 * @param locks the locks that the session holds
 * @param catalogWrites how many rows of the engine's own catalog its transaction has written
 * @param lockTimeout whether it gives up waiting for a lock
 */
public record Sight(
    Map<Long, Relation> relations, List<Held> locks, long catalogWrites, boolean lockTimeout) {

  /** Copies the collections. */
  public Sight {
    relations = Map.copyOf(relations);
    locks = List.copyOf(locks);
  }

  /**
   * A table, a view, a sequence or an index.
   *
   * @param id what it is called
   * @param of the table or view of an index; null for anything else
   * @param file where its rows are kept
   * @param place on which storage that is
   * @param scans how often the transaction read it from the first row to the last, or by an index
   * @param vacuums how often anybody had it vacuumed
   */
  public record Relation(
      ObjectId id, @Nullable ObjectId of, long file, long place, long scans, long vacuums) {}

  /**
   * A lock that is held.
   *
   * @param relation what identifies the relation for good
   * @param mode how strong it is
   */
  public record Held(long relation, LockMode mode) {}
}
