package dev.slipway.environment;

import dev.slipway.dialect.Trait;
import dev.slipway.workspace.Diffed;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How two environments differ.
 *
 * @param first one of them
 * @param second the other one
 * @param onlyFirst the migrations that only the first one has
 * @param onlySecond the migrations that only the second one has
 * @param traits in what else they differ
 * @param schema the plan that makes the schema of the first one that of the second one
 */
public record Comparison(
    Portrait first,
    Portrait second,
    List<String> onlyFirst,
    List<String> onlySecond,
    List<Difference> traits,
    Diffed schema) {

  /**
   * One difference.
   *
   * @param group what kind of thing
   * @param name its name
   * @param first how it is in the first one; null where it is not there, or as from the start
   * @param second how it is in the second one; the same
   */
  public record Difference(
      Trait.Group group, String name, @Nullable String first, @Nullable String second) {}

  /** Copies the lists. */
  public Comparison {
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
    traits = List.copyOf(traits);
  }

  /**
   * Compares two environments; nothing is written.
   *
   * @param workspace the project
   * @param first the name of one
   * @param second the name of the other one
   * @throws dev.slipway.error.SlipwayException when one of them can't be read
   */
  public static Comparison of(Workspace workspace, String first, String second) {
    Portrait one = Portrait.of(workspace, first);
    Portrait other = Portrait.of(workspace, second);
    return new Comparison(
        one,
        other,
        without(one.applied(), other.applied()),
        without(other.applied(), one.applied()),
        differences(one.traits(), other.traits()),
        workspace.diff(first, second));
  }

  /** Whether they are alike. */
  public boolean isSame() {
    return onlyFirst.isEmpty()
        && onlySecond.isEmpty()
        && traits.isEmpty()
        && schema.plan().isEmpty();
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  private record Key(Trait.Group group, String name) {}

  private static List<Difference> differences(List<Trait> first, List<Trait> second) {
    Map<Key, String> one = byKey(first);
    Map<Key, String> other = byKey(second);
    var keys = new TreeSet<>(Comparator.comparing(Key::group).thenComparing(Key::name));
    keys.addAll(one.keySet());
    keys.addAll(other.keySet());
    List<Difference> found = new ArrayList<>();
    for (Key key : keys) {
      String here = one.get(key);
      String there = other.get(key);
      if (here == null || !here.equals(there)) {
        found.add(new Difference(key.group(), key.name(), here, there));
      }
    }
    return found;
  }

  private static Map<Key, String> byKey(List<Trait> traits) {
    Map<Key, String> values = new LinkedHashMap<>();
    traits.forEach(trait -> values.put(new Key(trait.group(), trait.name()), trait.value()));
    return values;
  }
}
