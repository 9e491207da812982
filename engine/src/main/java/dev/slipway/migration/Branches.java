package dev.slipway.migration;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.diff.Change;
import dev.slipway.diff.Differ;
import dev.slipway.error.SlipwayException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The migrations of a project where several branches may have met. Immutable. */
public final class Branches {

  private static final int SHOWN = 10;

  private final Map<String, Migration> ordered;

  Branches(Map<String, Migration> ordered) {
    this.ordered = ordered;
  }

  /**
   * Puts migrations in order, parents first.
   *
   * @throws SlipwayException when a parent is missing, or migrations are each other's ancestors
   */
  static Branches of(Collection<Migration> migrations) {
    Map<String, Migration> byName = new TreeMap<>();
    migrations.forEach(migration -> byName.put(migration.name(), migration));
    History.refuseMissingParents(byName);
    return new Branches(History.order(byName));
  }

  /** The last migration of each branch, by name. */
  public List<Migration> heads() {
    Set<String> parents = new HashSet<>();
    ordered.values().forEach(migration -> parents.addAll(migration.parents()));
    return ordered.values().stream()
        .filter(migration -> !parents.contains(migration.name()))
        .sorted((some, other) -> some.name().compareTo(other.name()))
        .toList();
  }

  /** A migration and all that were before it, in their order. */
  public List<Migration> line(Migration last) {
    Set<String> names = new HashSet<>(Set.of(last.name()));
    for (Migration migration : List.copyOf(ordered.values()).reversed()) {
      if (names.contains(migration.name())) {
        names.addAll(migration.parents());
      }
    }
    return ordered.values().stream().filter(each -> names.contains(each.name())).toList();
  }

  /** What a branch has and no other, in its order. */
  public List<Migration> own(Migration head) {
    Set<Migration> others = new HashSet<>();
    for (Migration other : heads()) {
      if (!other.name().equals(head.name())) {
        others.addAll(line(other));
      }
    }
    return line(head).stream().filter(migration -> !others.contains(migration)).toList();
  }

  /** What a branch makes of the schema that it began with. */
  public List<Change> changes(Migration head) {
    List<Migration> own = own(head);
    List<Migration> line = line(head);
    int first = own.isEmpty() ? line.size() - 1 : line.indexOf(own.getFirst());
    Catalog start =
        first == 0 ? Catalog.empty(Engine.POSTGRESQL) : line.get(first - 1).readCatalog();
    return Differ.compare(start, head.readCatalog());
  }

  /** The folders of a branch with what it does, a line each. */
  public String shown(Migration head) {
    String folders =
        own(head).stream().map(each -> "  " + each.folder()).collect(Collectors.joining("\n"));
    List<Change> changes;
    try {
      changes = changes(head);
    } catch (SlipwayException e) {
      // Without a readable catalog there is nothing to be said about what it does.
      return folders;
    }
    String shown =
        changes.stream()
            .limit(SHOWN)
            .map(change -> "\n      " + Branches.shown(change))
            .collect(Collectors.joining());
    return folders
        + shown
        + (changes.size() > SHOWN ? "\n      and " + (changes.size() - SHOWN) + " more" : "");
  }

  private static String shown(Change change) {
    return switch (change) {
      case Change.Create create -> "new " + create.id();
      case Change.Drop drop -> "without " + drop.id();
      case Change.Alter alter -> "other " + alter.id();
      case Change.Rename rename -> rename.from() + " renamed to " + rename.to().name();
    };
  }
}
