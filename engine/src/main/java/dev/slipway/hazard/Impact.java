package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Footprint;
import dev.slipway.plan.Lock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one statement does: planned, or observed while it ran. It is what rules judge.
 *
 * @param changes the changes of the schema
 * @param from the catalog before, without what is too new to hold rows that matter
 * @param to the catalog after
 * @param losses what is lost for good with an object, as a sentence
 * @param observed what the server was seen to do; null for what is only planned
 * @param online whether it is planned so that others go on meanwhile
 */
public record Impact(
    List<Change> changes,
    Catalog from,
    Catalog to,
    Map<ObjectId, String> losses,
    @Nullable Observed observed,
    boolean online) {

  /** Copies the collections. */
  public Impact {
    changes = List.copyOf(changes);
    losses = Map.copyOf(losses);
  }

  /**
   * What the server was seen to do.
   *
   * @param footprint what it did for this statement
   * @param begin the catalog when its transaction began
   * @param held the locks that the transaction held already
   */
  public record Observed(Footprint footprint, Catalog begin, List<Lock> held) {

    /** Copies the list. */
    public Observed {
      held = List.copyOf(held);
    }
  }

  /** One change that is planned. */
  static Impact planned(
      Change change, Catalog from, Catalog to, @Nullable String loss, boolean online) {
    return new Impact(
        List.of(change),
        from,
        to,
        loss == null ? Map.of() : Map.of(change.id(), loss),
        null,
        online);
  }

  /** What is lost for good by a change; null when nothing is. */
  @Nullable String loss(Change change) {
    return losses.get(change.id());
  }

  /** Whether all rows of a table may be read under a lock that others wait for. */
  boolean mayScan(ObjectId relation) {
    return observed == null ? !online : observed.footprint().scanned().contains(relation);
  }

  /** Whether all rows of a table may be written anew: always, where that was not observed. */
  boolean mayRewrite(ObjectId table) {
    return observed == null || observed.footprint().rewritten().contains(table);
  }

  /** Whether other sessions go on meanwhile, since it runs outside of a transaction. */
  boolean isAlone() {
    return observed == null ? online : observed.footprint().alone();
  }

  /** Whether an index of a relation, unique already, becomes the constraint's own. */
  boolean takesIndex(ObjectId relation) {
    return changes.stream()
        .anyMatch(change ->
            change instanceof Change.Drop(Index index)
                && index.unique()
                && index.relation().equals(relation));
  }
}
