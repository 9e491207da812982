package dev.slipway.dialect;

import java.time.Duration;
import java.util.Set;

/**
 * How the server ran a query.
 *
 * @param indexes the indexes that it read, by their names
 * @param scanned the tables that it read from one end to the other, with their schemas
 * @param took how long planning and running took together
 */
public record Explained(Set<String> indexes, Set<String> scanned, Duration took) {

  /** Copies the sets. */
  public Explained {
    indexes = Set.copyOf(indexes);
    scanned = Set.copyOf(scanned);
  }
}
