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
   * @param changes changes that lead to a catalog
   * @param after that catalog
   */
  List<Change> realChanges(List<Change> changes, Catalog after) {
    List<Change.Alter> doubtful = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Alter alter
          && Spelling.mayBeTheSame(alter.before(), alter.after())) {
        doubtful.add(alter);
      }
    }
    if (doubtful.isEmpty()) {
      return changes;
    }
    Map<ObjectId, DatabaseObject> old = new HashMap<>();
    doubtful.forEach(alter -> old.put(alter.id(), alter.before()));
    Catalog loadedOld = respelled(after, old);
    Catalog loadedNew = respelled(after, Map.of());
    if (loadedOld == null || loadedNew == null) {
      return changes;
    }
    Set<ObjectId> same = new HashSet<>();
    for (Change.Alter alter : doubtful) {
      DatabaseObject one = loadedOld.find(alter.id());
      if (one != null && one.equals(loadedNew.find(alter.id()))) {
        same.add(alter.id());
      }
    }
    return changes.stream().filter(change -> !same.contains(change.id())).toList();
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
