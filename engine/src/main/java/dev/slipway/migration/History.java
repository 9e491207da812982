package dev.slipway.migration;

import dev.slipway.dialect.Script;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of a project in their one order: parents first, else by name. Immutable.
 *
 * <p>There is one first and one last migration. Two branches that each added one are an error until
 * one of them is put behind the other, since nobody has proved the one on top of the other.
 */
public final class History {

  private final Map<String, Migration> migrations;

  private History(Map<String, Migration> ordered) {
    this.migrations = ordered;
  }

  /**
   * Puts migrations in order.
   *
   * @throws SlipwayException when a parent is missing, migrations are each other's ancestors, or
   *     there are two first or two last ones; the folders are named
   */
  public static History of(Collection<Migration> migrations) {
    Map<String, Migration> byName = new TreeMap<>();
    for (Migration migration : migrations) {
      byName.put(migration.name(), migration);
    }
    refuseMissingParents(byName);
    refuseTwoRoots(byName);
    Map<String, Migration> ordered = order(byName);
    refuseTwoHeads(ordered);
    return new History(ordered);
  }

  static void refuseMissingParents(Map<String, Migration> byName) {
    for (Migration migration : byName.values()) {
      for (String parent : migration.parents()) {
        if (!byName.containsKey(parent)) {
          throw new MigrationFileException(
              MigrationError.MISSING_PARENT,
              migration.folder() + " was generated on " + parent + ", which is not there.",
              "Restore the folder "
                  + parent
                  + "; or delete "
                  + migration.name()
                  + " and run generate again.",
              null,
              manifest(migration),
              null);
        }
      }
    }
  }

  private static void refuseTwoRoots(Map<String, Migration> byName) {
    List<Migration> roots =
        byName.values().stream().filter(migration -> migration.parents().isEmpty()).toList();
    if (roots.size() > 1) {
      throw new MigrationFileException(
          MigrationError.TWO_ROOTS,
          "Each of these migrations says that nothing was before it:\n" + folders(roots),
          "Keep the one that was first, and put the other behind it with `slipway rebase`, or"
              + " delete it and run generate again.",
          null,
          manifest(roots.getLast()),
          null);
    }
  }

  private static void refuseTwoHeads(Map<String, Migration> ordered) {
    var branches = new Branches(ordered);
    List<Migration> heads = branches.heads();
    if (heads.size() > 1) {
      throw new MigrationFileException(
          MigrationError.TWO_HEADS,
          "These migrations were generated side by side; neither knows the other:\n"
              + heads.stream().map(branches::shown).collect(Collectors.joining("\n")),
          "Put the one that nobody has applied yet behind the other with `slipway rebase NAME`."
              + " Where that is refused, delete its folder and run generate again.",
          null,
          manifest(heads.getLast()),
          null);
    }
  }

  private static Path manifest(Migration migration) {
    return migration.folder().resolve(Migration.MANIFEST);
  }

  /** Kahn's algorithm; among those that could be next, the first by name is. */
  static Map<String, Migration> order(Map<String, Migration> byName) {
    Map<String, List<String>> children = new TreeMap<>();
    Map<String, Integer> waiting = new TreeMap<>();
    NavigableSet<String> ready = new TreeSet<>();
    for (Migration migration : byName.values()) {
      Set<String> parents = new TreeSet<>(migration.parents());
      parents.forEach(parent ->
          children.computeIfAbsent(parent, key -> new ArrayList<>()).add(migration.name()));
      waiting.put(migration.name(), parents.size());
      if (parents.isEmpty()) {
        ready.add(migration.name());
      }
    }
    Map<String, Migration> ordered = new LinkedHashMap<>();
    for (String name = ready.pollFirst(); name != null; name = ready.pollFirst()) {
      Migration next = byName.get(name);
      if (next != null) {
        ordered.put(name, next);
      }
      for (String child : children.getOrDefault(name, List.of())) {
        if (waiting.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
    if (ordered.size() < byName.size()) {
      List<Migration> rest =
          byName.values().stream()
              .filter(migration -> !ordered.containsKey(migration.name()))
              .toList();
      throw new MigrationFileException(
          MigrationError.HISTORY_CYCLE,
          "These migrations can't be put in order, since some are each other's ancestors:\n"
              + folders(rest),
          "Mend \"parents\" in their migration.json.",
          null,
          manifest(rest.getFirst()),
          null);
    }
    return ordered;
  }

  private static String folders(List<Migration> migrations) {
    return migrations.stream()
        .map(migration -> "  " + migration.folder())
        .collect(Collectors.joining("\n"));
  }

  /** The migrations in their order. */
  public List<Migration> migrations() {
    return List.copyOf(migrations.values());
  }

  /** The names in their order. */
  public List<String> names() {
    return List.copyOf(migrations.keySet());
  }

  /** The ways forth in their order, to be replayed. */
  public List<Script> scripts() {
    return migrations.values().stream()
        .map(Migration::up)
        .map(up -> new Script(up.file().toString(), up.statements()))
        .toList();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return migrations.isEmpty();
  }

  /** The migration of a name, or null. */
  public @Nullable Migration find(String name) {
    return migrations.get(name);
  }

  /** The last migration, on which the next is generated; null when there is none. */
  public @Nullable Migration head() {
    return migrations.isEmpty() ? null : migrations().getLast();
  }
}
