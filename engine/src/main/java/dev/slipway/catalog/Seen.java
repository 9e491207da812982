package dev.slipway.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was seen when a catalog was read, but is no part of it: neither compared nor written. A
 * catalog that was not read from a database has seen nothing.
 *
 * @param leftOut what is there, can't be modelled, and was allowed to be there, in words
 * @param owners the owners of objects that another role owns than the one that read them, where
 *     owners are not compared; an object that is created anew gets its owner back
 * @param exposed the schemas that an API serves to whoever reaches it
 */
public record Seen(List<String> leftOut, Map<ObjectId, String> owners, Set<String> exposed) {

  private static final Seen NOTHING = new Seen(List.of(), Map.of(), Set.of());

  /** Copies the collections. */
  public Seen {
    leftOut = List.copyOf(leftOut);
    owners = java.util.Collections.unmodifiableMap(new TreeMap<>(owners));
    exposed = Set.copyOf(exposed);
  }

  /** Nothing. */
  public static Seen nothing() {
    return NOTHING;
  }

  /** The same where an API serves some schemas. */
  public Seen exposing(Set<String> schemas) {
    return new Seen(leftOut, owners, schemas);
  }
}
