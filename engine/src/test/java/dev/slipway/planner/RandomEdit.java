package dev.slipway.planner;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schema and what a few small edits made of it.
 *
 * @param before as it was
 * @param after as it is
 * @param renames what was given another name or moved, and is declared so
 */
record RandomEdit(RandomSchema before, RandomSchema after, List<DeclaredRename> renames) {

  /** What can be renamed: its kind, its table if it is in one, its key. */
  private static final List<String> OBJECTS =
      List.of(
          "SCHEMA s",
          "SCHEMA s2",
          "FOREIGN_DATA_WRAPPER wrapper",
          "FOREIGN_SERVER server",
          "LANGUAGE language",
          "PUBLICATION publication",
          "EVENT_TRIGGER event",
          "COLLATION @collation",
          "CONVERSION @conversion",
          "ENUM @enum",
          "DOMAIN @domain",
          "DOMAIN_CONSTRAINT @domain more",
          "COMPOSITE_TYPE @composite",
          "RANGE_TYPE @range",
          "SEQUENCE @sequence",
          "TEXT_SEARCH_PARSER @parser",
          "TEXT_SEARCH_TEMPLATE @template",
          "TEXT_SEARCH_DICTIONARY @dictionary",
          "TEXT_SEARCH_CONFIGURATION @configuration",
          "TABLE @t",
          "TABLE @child",
          "TABLE @whole",
          "TABLE @part",
          "TABLE @parent",
          "COLUMN @t id",
          "COLUMN @t x",
          "COLUMN @t e",
          "COLUMN @t c",
          "COLUMN @whole key",
          "COLUMN @parent px",
          "CONSTRAINT @t primary",
          "CONSTRAINT @t check",
          "CONSTRAINT @t unique",
          "CONSTRAINT @child child_key",
          "INDEX #t index_x",
          "INDEX #t unique_index",
          "INDEX #t replica_index",
          "INDEX #whole whole_index",
          "STATISTICS @statistics",
          "VIEW @view",
          "VIEW @materialized",
          "TRIGGER @t trigger",
          "POLICY @t policy",
          "RULE @t rule");

  private static final List<String> PARTS =
      List.of("ENUM @enum 'label", "COMPOSITE_TYPE @composite attribute", "VIEW @view x");

  /**
   * The schema with edits.
   *
   * @param edits a number for what is chosen otherwise, and the choice
   */
  static RandomEdit of(RandomSchema before, List<Integer> edits) {
    RandomSchema after = before;
    for (int i = 0; i + 1 < edits.size(); i += 2) {
      List<Slot> open = after.open();
      after = after.with(open.get(edits.get(i) % open.size()), edits.get(i + 1));
    }
    return between(before, after, edits.get(0) % 4 > 0);
  }

  /** Two schemas, between which everything that can be is declared as renamed, or nothing. */
  static RandomEdit between(RandomSchema before, RandomSchema after, boolean isDeclared) {
    return new RandomEdit(before, after, isDeclared ? renames(before, after) : List.of());
  }

  private static List<DeclaredRename> renames(RandomSchema before, RandomSchema after) {
    List<DeclaredRename> renames = new ArrayList<>();
    for (String object : OBJECTS) {
      String[] words = object.split(" ");
      Kind kind = Kind.valueOf(words[0]);
      ObjectId to = new ObjectId(kind, path(after, words));
      List<String> old = path(before, words);
      List<String> from = new ArrayList<>(to.path());
      from.set(from.size() - 1, old.get(old.size() - 1));
      if (words.length == 2 && from.size() == 2 && !isOnlyRenamed(before, after, words[1])) {
        from.set(0, old.get(0));
      }
      if (!from.equals(to.path())) {
        renames.add(new DeclaredRename.OfObject(new ObjectId(kind, from), to));
      }
    }
    for (String part : PARTS) {
      String[] words = part.split(" ");
      var whole = new ObjectId(Kind.valueOf(words[0]), qualified(after, words[1]));
      String from = part(before, words[2]);
      String to = part(after, words[2]);
      if (!from.equals(to)) {
        renames.add(new DeclaredRename.OfPart(whole, from, to));
      }
    }
    return renames;
  }

  /** Whether something is in the same schema, which may have another name. */
  private static boolean isOnlyRenamed(RandomSchema before, RandomSchema after, String key) {
    String one = before.home(key.substring(1));
    String other = after.home(key.substring(1));
    return Stream.of("s", "s2")
        .anyMatch(home -> one.equals(before.name(home)) && other.equals(after.name(home)));
  }

  private static String part(RandomSchema schema, String key) {
    return key.startsWith("'") ? schema.text(key.substring(1)) : schema.name(key);
  }

  private static List<String> path(RandomSchema schema, String[] words) {
    List<String> path = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      if (words[i].startsWith("@")) {
        path.addAll(qualified(schema, words[i]));
      } else if (words[i].startsWith("#")) {
        path.add(schema.home(words[i].substring(1)));
      } else {
        path.add(schema.name(words[i]));
      }
    }
    return path;
  }

  private static List<String> qualified(RandomSchema schema, String key) {
    return List.of(schema.home(key.substring(1)), schema.name(key.substring(1)));
  }

  @Override
  public String toString() {
    return "-- before\n" + before + "-- after\n" + after + "-- renamed: " + renames + "\n";
  }
}
