package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import java.util.Set;

/**
 * What the server did to carry out a statement, as it was observed while it ran.
 *
 * @param locks the locks on tables and views that it took and its transaction did not hold before
 * @param rewritten tables whose rows were all written anew
 * @param emptied tables that were emptied at once
 * @param rebuilt tables and views of which an index was built again in its place
 * @param scanned tables that were read from the first row to the last
 * @param rows the rows that it changes
 * @param alone whether it ran outside of a transaction
 * @param lockTimeout whether the session gives up waiting for a lock
 * @param cutNames names of which the server keeps only the beginning
 * @param failed the circumstances that were tried and in which it fails
 */
public record Footprint(
    List<Lock> locks,
    Set<ObjectId> rewritten,
    Set<ObjectId> emptied,
    Set<ObjectId> rebuilt,
    Set<ObjectId> scanned,
    List<RowChange> rows,
    boolean alone,
    boolean lockTimeout,
    List<String> cutNames,
    Set<Trial> failed) {

  /** Copies the collections. */
  public Footprint {
    locks = List.copyOf(locks);
    rewritten = Set.copyOf(rewritten);
    emptied = Set.copyOf(emptied);
    rebuilt = Set.copyOf(rebuilt);
    scanned = Set.copyOf(scanned);
    rows = List.copyOf(rows);
    cutNames = List.copyOf(cutNames);
    failed = Set.copyOf(failed);
  }

  /** Whether a relation is locked at least so strongly. */
  public boolean locks(ObjectId relation, LockMode mode) {
    return locks.stream()
        .anyMatch(lock -> lock.on().equals(relation) && lock.mode().compareTo(mode) >= 0);
  }
}
