package dev.slipway.catalog;

import java.util.List;

/**
 * A subscription. It is shown but not changed: its connection is a secret and never read.
 *
 * @param id {@code [name]}
 * @param publications the publications that it follows, sorted
 */
public record Subscription(ObjectId id, List<String> publications) implements DatabaseObject {

  /** Copies the publications. */
  public Subscription {
    publications = List.copyOf(publications);
  }
}
