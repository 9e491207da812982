package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables that statements name where a table may stand that they want for themselves: behind
 * {@code alter table}, {@code on}, {@code references} and the like. Bodies of functions and what a
 * {@code do} builds are not looked into.
 *
 * @param list the names
 */
record WantedTables(List<Name> list) {

  /** What begins statements that want a table for themselves; the others are most of a load. */
  private static final Set<String> WANT = Set.of("alter", "create", "drop", "truncate", "lock");

  /** What a table's name follows. */
  private static final Set<String> BEFORE =
      Set.of("table", "exists", "only", "on", "references", "truncate", "lock");

  /**
   * A table as a statement names it.
   *
   * @param schema its schema; null where the statement leaves it to the search path
   */
  record Name(@Nullable String schema, String table) {

    private boolean isOf(String aSchema, String aTable) {
      return table.equals(aTable) && (schema == null || schema.equals(aSchema));
    }
  }

  static WantedTables of(List<String> statements) {
    var names = new ArrayList<Name>();
    for (String sql : statements) {
      if (WANT.contains(Words.first(sql, 1).at(0))) {
        add(names, Words.of(sql));
      }
    }
    return new WantedTables(names);
  }

  private static void add(List<Name> names, Words words) {
    int depth = 0;
    for (int i = 0; i < words.list().size(); i++) {
      String word = words.at(i);
      if (word.equals("(")) {
        depth++;
      } else if (word.equals(")")) {
        depth--;
      } else if (BEFORE.contains(word) || (word.equals(",") && depth == 0)) {
        names.add(
            words.at(i + 2).equals(".")
                ? new Name(name(words.at(i + 1)), name(words.at(i + 3)))
                : new Name(null, name(words.at(i + 1))));
      }
    }
  }

  private static String name(String word) {
    return word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")
        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
        : word;
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  /** Whether a table is among them; one that has the name in another schema may be, too. */
  boolean mayBe(String schema, String table) {
    return list.stream().anyMatch(name -> name.isOf(schema, table));
  }
}
