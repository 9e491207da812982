package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the engine does to partitions by itself when their whole changes: columns and checks come,
 * change and go in both at once, and indexes go with the index whose part they are.
 */
final class Inheriting {

  private final Catalog before;
  private final Catalog after;
  private final Set<ObjectId> created;
  private final Set<ObjectId> dropped;
  private final Set<ObjectId> attachedTo = new HashSet<>();

  /**
   * @param created everything that is created, be it within something else
   * @param dropped everything that is dropped, be it along with something else
   */
  Inheriting(Catalog before, Catalog after, Set<ObjectId> created, Set<ObjectId> dropped) {
    this.before = before;
    this.after = after;
    this.created = Set.copyOf(created);
    this.dropped = Set.copyOf(dropped);
    for (ObjectId id : created) {
      if (after.find(id) instanceof Partition partition) {
        attachedTo.add(partition.of());
      }
    }
  }

  /** What brings a column or check along into a partition when it is created; else null. */
  @Nullable ObjectId creatorOf(ObjectId id) {
    ObjectId top = null;
    ObjectId up = id;
    while (true) {
      up = above(up, after, created);
      if (up == null || !created.contains(up)) {
        return top;
      }
      top = up;
    }
  }

  /**
   * What takes a column, check or index of a partition along when it is dropped; else null. An
   * index that is dropped before its table is detached can't go in another way.
   */
  @Nullable ObjectId dropperOf(ObjectId id) {
    ObjectId top = null;
    ObjectId up = id;
    while (true) {
      ObjectId next = above(up, before, dropped);
      if (next == null || !dropped.contains(next)) {
        next = wholeOf(up, before, dropped);
      }
      if (next == null || !dropped.contains(next)) {
        return top;
      }
      top = next;
      up = next;
    }
  }

  /** What changes a column or check of a partition when it changes; else null. */
  @Nullable ObjectId changerOf(ObjectId id, Set<ObjectId> changed) {
    ObjectId top = null;
    ObjectId up = id;
    while (true) {
      up = above(up, before, dropped);
      if (up == null || !changed.contains(up)) {
        return top;
      }
      top = up;
    }
  }

  /** The partition with which an index's part in another goes; else null. */
  @Nullable ObjectId detacherOf(DatabaseObject object) {
    if (!(object instanceof IndexPartition)) {
      return null;
    }
    DatabaseObject index = before.find(object.id().subject());
    ObjectId table = index == null ? null : index.parent();
    ObjectId partition = table == null ? null : ObjectId.about(Kind.PARTITION, table);
    return partition != null && dropped.contains(partition) ? partition : null;
  }

  /** Whether a new index goes with another new one when that is dropped again. */
  boolean goesWithWhole(ObjectId id) {
    ObjectId whole = wholeOf(id, after, created);
    return whole != null && created.contains(whole);
  }

  /** Whether a table must leave its whole before it goes, since others may take its bounds. */
  boolean mustDetach(DatabaseObject object) {
    return object instanceof Partition partition && attachedTo.contains(partition.of());
  }

  private static @Nullable ObjectId above(ObjectId id, Catalog catalog, Set<ObjectId> loose) {
    boolean isInherited =
        id.kind() == Kind.COLUMN
            || (catalog.find(id) instanceof Constraint constraint
                && constraint.type() == Constraint.Type.CHECK);
    if (!isInherited) {
      return null;
    }
    ObjectId table = new ObjectId(Kind.TABLE, id.path().subList(0, 2));
    return catalog.find(ObjectId.about(Kind.PARTITION, table)) instanceof Partition partition
            && !loose.contains(partition.id())
        ? ObjectId.of(id.kind(), partition.of().schema(), partition.of().name(), id.name())
        : null;
  }

  private static @Nullable ObjectId wholeOf(ObjectId id, Catalog catalog, Set<ObjectId> loose) {
    DatabaseObject index = catalog.find(id);
    return index != null
            && index.parent() != null
            && catalog.find(ObjectId.about(Kind.INDEX_PARTITION, id))
                instanceof IndexPartition partition
            && !loose.contains(ObjectId.about(Kind.PARTITION, index.parent()))
        ? partition.whole()
        : null;
  }
}
