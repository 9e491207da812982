package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Inheritance;
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

  /** What brings a column or check along into a partition or heir when it is created; else null. */
  @Nullable ObjectId creatorOf(ObjectId id) {
    ObjectId top = null;
    ObjectId up = id;
    while (true) {
      up = above(up, after, created, created);
      if (up == null) {
        return top;
      }
      top = up;
    }
  }

  /** The new inheritance that brings a column or check along into a table that is there already. */
  @Nullable ObjectId bringerOf(DatabaseObject object) {
    return tieOf(object, after, created);
  }

  /** The inheritance with which a column or check leaves a table that stays; else null. */
  @Nullable ObjectId takerOf(DatabaseObject object) {
    return tieOf(object, before, dropped);
  }

  /** What is dropped, and leaves a column to a table that has had it from there; else null. */
  @Nullable ObjectId releaserOf(Column column) {
    for (DatabaseObject part : before.partsOf(column.parent())) {
      if (part instanceof Inheritance inheritance
          && before.has(in(inheritance.of(), column.id()))) {
        if (dropped.contains(inheritance.id())) {
          return inheritance.id();
        }
        if (dropped.contains(in(inheritance.of(), column.id()))) {
          return in(inheritance.of(), column.id());
        }
      }
    }
    return null;
  }

  private static @Nullable ObjectId tieOf(
      DatabaseObject object, Catalog catalog, Set<ObjectId> among) {
    boolean isInherited =
        switch (object) {
          case Column column -> column.inherited();
          case Constraint constraint -> constraint.inherited();
          default -> false;
        };
    ObjectId table = object.parent();
    if (!isInherited || table == null || among.contains(table)) {
      return null;
    }
    for (DatabaseObject part : catalog.partsOf(table)) {
      if (part instanceof Inheritance inheritance
          && among.contains(inheritance.id())
          && catalog.has(in(inheritance.of(), object.id()))) {
        return inheritance.id();
      }
    }
    return null;
  }

  /**
   * What takes a column, check or index of a partition or heir along when it is dropped; else null.
   * An index that is dropped before its table is detached can't go in another way.
   */
  @Nullable ObjectId dropperOf(ObjectId id) {
    ObjectId top = null;
    ObjectId up = id;
    while (true) {
      ObjectId next = above(up, before, dropped, dropped);
      if (next == null) {
        next = wholeOf(up, before, dropped);
      }
      if (next == null || !dropped.contains(next)) {
        return top;
      }
      top = next;
      up = next;
    }
  }

  /** What changes a column or check of a partition or heir when it changes; else null. */
  @Nullable ObjectId changerOf(ObjectId id, Set<ObjectId> changed) {
    ObjectId top = null;
    ObjectId up = id;
    while (true) {
      up = above(up, before, dropped, changed);
      if (up == null) {
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

  /** Whether a new index goes by itself when its part in another is taken back. */
  boolean goesWithWhole(ObjectId id) {
    return wholeOf(id, after, created) != null;
  }

  /**
   * Whether a table must leave its whole before it goes: others may take its bounds, and keys that
   * reference the whole hold on to it.
   */
  boolean mustDetach(DatabaseObject object) {
    return object instanceof Partition partition
        && (attachedTo.contains(partition.of()) || !dropped.contains(partition.of()));
  }

  /**
   * The column or check one level up that is among some others.
   *
   * @param loose what ties tables together no more, or not yet
   */
  private static @Nullable ObjectId above(
      ObjectId id, Catalog catalog, Set<ObjectId> loose, Set<ObjectId> among) {
    DatabaseObject object = catalog.find(id);
    boolean isOwn =
        switch (object) {
          case Column column -> !column.inherited();
          case Constraint check when check.type() == Constraint.Type.CHECK -> !check.inherited();
          case null, default -> true;
        };
    if (!(object instanceof Column) && !(object instanceof Constraint)) {
      return null;
    }
    ObjectId table = new ObjectId(Kind.TABLE, id.path().subList(0, 2));
    if (catalog.find(ObjectId.about(Kind.PARTITION, table)) instanceof Partition partition) {
      ObjectId up = in(partition.of(), id);
      boolean isCarried =
          object instanceof Column
              || (object instanceof Constraint check && check.type() == Constraint.Type.CHECK);
      return isCarried && !loose.contains(partition.id()) && among.contains(up) ? up : null;
    }
    if (isOwn) {
      return null;
    }
    for (DatabaseObject part : catalog.partsOf(table)) {
      if (part instanceof Inheritance inheritance
          && !loose.contains(inheritance.id())
          && among.contains(in(inheritance.of(), id))) {
        return in(inheritance.of(), id);
      }
    }
    return null;
  }

  private static ObjectId in(ObjectId table, ObjectId part) {
    return ObjectId.of(part.kind(), table.schema(), table.name(), part.name());
  }

  private static @Nullable ObjectId wholeOf(ObjectId id, Catalog catalog, Set<ObjectId> loose) {
    DatabaseObject index = catalog.find(id);
    return index != null
            && index.parent() != null
            && catalog.find(ObjectId.about(Kind.INDEX_PARTITION, id))
                instanceof IndexPartition partition
            && !partition.isKeyOfPartition()
            && !loose.contains(ObjectId.about(Kind.PARTITION, index.parent()))
        ? partition.whole()
        : null;
  }
}
