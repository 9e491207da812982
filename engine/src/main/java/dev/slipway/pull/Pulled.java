package dev.slipway.pull;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A database as a definition: files that lead to its schema, which was proved.
 *
 * @param files the texts of the files by their paths, relative to the root of the sources
 * @param tables how many tables are classes
 * @param inSql the tables that are SQL, since the definition has no word for something of them
 * @param unchecked the files of routines that the server refuses when it looks into them
 */
public record Pulled(
    SequencedMap<String, String> files, int tables, List<ObjectId> inSql, List<String> unchecked) {

  /** Copies the collections. */
  public Pulled {
    files = java.util.Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(files));
    inSql = List.copyOf(inSql);
    unchecked = List.copyOf(unchecked);
  }

  /** The files, in the order of their paths. */
  public Map<String, String> sorted() {
    return new java.util.TreeMap<>(files);
  }
}
