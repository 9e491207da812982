package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.diff.Spelling;
import dev.slipway.error.SlipwayException;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells real changes from two spellings of the same thing, by asking the engine: both spellings are
 * loaded, and if it then prints the same for both, they were the same.
 */
final class SpellingCheck {

  private final Dialect dialect;
  private final Shadow shadow;

  SpellingCheck(Dialect dialect, Shadow shadow) {
    this.dialect = dialect;
    this.shadow = shadow;
  }

  /**
   * The changes without those that only spell differently.
   *
   * <p>Both texts must come to the same in both catalogs: {@code n > 100} is {@code n >
   * 100::numeric} once the column is numeric, but what the column's new type made of it does not
   * become the old text again when the column does.
   *
   * @param changes changes that lead from one catalog to the other
   * @param before the one
   * @param after the other
   */
  List<Change> realChanges(List<Change> changes, Catalog before, Catalog after) {
    List<Change.Alter> doubtful = doubtful(changes);
    if (doubtful.isEmpty()) {
      return changes;
    }
    Set<ObjectId> same = same(doubtful, Change.Alter::before, after);
    doubtful.removeIf(alter -> !same.contains(alter.id()));
    if (!doubtful.isEmpty()) {
      same.retainAll(same(doubtful, Change.Alter::after, before));
    }
    return changes.stream().filter(change -> !same.contains(change.id())).toList();
  }

  /** Whether the engine has to be asked. */
  boolean isNeeded(List<Change> changes) {
    return !doubtful(changes).isEmpty();
  }

  private static List<Change.Alter> doubtful(List<Change> changes) {
    List<Change.Alter> doubtful = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Alter alter
          && Spelling.mayBeTheSame(alter.before(), alter.after())) {
        doubtful.add(alter);
      }
    }
    return doubtful;
  }

  /** What the engine prints alike in a catalog whether it is loaded as there or as it was. */
  private Set<ObjectId> same(
      List<Change.Alter> doubtful, Function<Change.Alter, DatabaseObject> other, Catalog catalog) {
    Map<ObjectId, DatabaseObject> instead = new HashMap<>();
    doubtful.forEach(alter -> instead.put(alter.id(), other.apply(alter)));
    Set<ObjectId> same = new HashSet<>();
    Catalog mixed = respelled(catalog, instead);
    Catalog plain = mixed == null ? null : respelled(catalog, Map.of());
    if (mixed != null && plain != null) {
      for (Change.Alter alter : doubtful) {
        DatabaseObject one = mixed.find(alter.id());
        if (one != null && one.equals(plain.find(alter.id()))) {
          same.add(alter.id());
        }
      }
    }
    return same;
  }

  /**
   * The catalog as the engine prints it after loading it with some objects as they were; null when
   * the old text no longer fits.
   */
  private @Nullable Catalog respelled(Catalog catalog, Map<ObjectId, DatabaseObject> old) {
    List<DatabaseObject> objects = new ArrayList<>();
    catalog.objects().forEach(object -> objects.add(old.getOrDefault(object.id(), object)));
    var mixed =
        new Catalog(catalog.engine(), objects, catalog.dependencies(), catalog.columnOrder());
    try (ShadowDatabase database = shadow.scratch()) {
      Sql.run(database.connection(), SchemaPlanner.creation(dialect, mixed));
      return dialect.introspect(database.connection(), shadow.scope());
    } catch (SlipwayException e) {
      if (e.code() == PlannerError.PROOF_STEP_FAILED) {
        return null;
      }
      throw e;
    }
  }
}
