package dev.slipway.pull;

import dev.slipway.catalog.ObjectId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A database as a definition: files that lead to its schema, which was proved.
 *
 * @param files the texts of the files by their paths, relative to the root of the sources
 * @param tables how many tables are classes
 * @param inSql the tables that are SQL, since the definition has no word for something of them
 * @param unchecked the files of routines that the server refuses when it looks into them
 * @param leftOut what the source says and a schema has no place for, with file and line
 * @param check how far it was tried
 * @param baseline the first migration that was written with it; null for none
 */
public record Pulled(
    SequencedMap<String, String> files,
    int tables,
    List<ObjectId> inSql,
    List<String> unchecked,
    List<String> leftOut,
    Pulling.Check check,
    @Nullable String baseline) {

  /** Copies the collections. */
  public Pulled {
    files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    inSql = List.copyOf(inSql);
    unchecked = List.copyOf(unchecked);
    leftOut = List.copyOf(leftOut);
  }

  /** The same of a source that says more than a schema. */
  public Pulled leaving(List<String> more) {
    return new Pulled(files, tables, inSql, unchecked, more, check, baseline);
  }

  /** The same with the first migration. */
  public Pulled withBaseline(String migration) {
    return new Pulled(files, tables, inSql, unchecked, leftOut, check, migration);
  }
}
