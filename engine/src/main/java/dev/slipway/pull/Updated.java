package dev.slipway.pull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a definition's files become when a change of the database is taken over.
 *
 * @param written the texts of new files
 * @param changed the texts of files that are there
 * @param removed files that say nothing any more
 */
public record Updated(Map<Path, String> written, Map<Path, String> changed, Set<Path> removed) {

  /** Copies the collections. */
  public Updated {
    written = Collections.unmodifiableMap(new TreeMap<>(written));
    changed = Collections.unmodifiableMap(new TreeMap<>(changed));
    removed = Collections.unmodifiableSet(new TreeSet<>(removed));
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return written.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
