package dev.slipway.observation;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.dialect.Sight;
import dev.slipway.diff.Change;
import dev.slipway.plan.Footprint;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.RowChange;
import dev.slipway.plan.Trial;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What a statement did, from what was to be seen before and after it. */
final class Footprints {

  private Footprints() {}

  static Footprint between(
      Sight before,
      Sight after,
      Standing standing,
      List<Change> changes,
      boolean alone,
      List<RowChange> rows,
      List<String> cutNames,
      Set<Trial> failed) {
    Set<ObjectId> rewritten = new HashSet<>();
    Set<ObjectId> emptied = new HashSet<>();
    Set<ObjectId> rebuilt = new HashSet<>();
    Set<ObjectId> scanned = new HashSet<>();
    Map<ObjectId, Long> rebuilds = new HashMap<>();
    Set<ObjectId> readByIndex = new HashSet<>();
    for (var entry : before.relations().entrySet()) {
      Sight.Relation old = entry.getValue();
      Sight.Relation now = after.relations().get(entry.getKey());
      if (now == null || now.of() == null || !standing.start().contains(entry.getKey())) {
        continue;
      }
      if (now.scans() > old.scans()) {
        readByIndex.add(now.of());
      }
      if (isMoved(old, now)) {
        rebuilds.merge(now.of(), 1L, Long::sum);
      }
    }
    for (var entry : before.relations().entrySet()) {
      Sight.Relation old = entry.getValue();
      Sight.Relation now = after.relations().get(entry.getKey());
      ObjectId id = old.id();
      if (now == null
          || !standing.start().contains(entry.getKey())
          || (id.kind() != Kind.TABLE && id.kind() != Kind.VIEW)) {
        continue;
      }
      // Building an index again reads the table too, also when it was emptied before.
      long reads = alone ? 0 : now.scans() - old.scans() - rebuilds.getOrDefault(id, 0L);
      boolean isRead = reads > 0 || readByIndex.contains(id);
      if (isMoved(old, now)
          && id.kind() == Kind.TABLE
          && !alone
          && !isRead
          && old.place() == now.place()) {
        emptied.add(id);
      } else {
        if (isMoved(old, now)) {
          rewritten.add(id);
        }
        if (!alone && now.scans() > old.scans()) {
          scanned.add(id);
        }
        if (rebuilds.containsKey(id)) {
          rebuilt.add(id);
        }
      }
    }
    List<Lock> locks =
        alone
            ? ofLone(changes, vacuumed(before, after, standing), rewritten, rebuilt)
            : locks(before, after, standing);
    return new Footprint(
        locks,
        rewritten,
        emptied,
        rebuilt,
        scanned,
        rows,
        alone,
        before.lockTimeout(),
        cutNames,
        failed);
  }

  private static boolean isMoved(Sight.Relation old, Sight.Relation now) {
    return old.file() != now.file() || old.place() != now.place();
  }

  /** The strongest of those that the transaction did not hold before; reading hinders nobody. */
  private static List<Lock> locks(Sight before, Sight after, Standing standing) {
    Map<ObjectId, LockMode> strongest = new TreeMap<>();
    for (Sight.Held held : after.locks()) {
      Sight.Relation relation =
          before.relations().getOrDefault(held.relation(), after.relations().get(held.relation()));
      if (relation != null
          && relation.of() == null
          && relation.id().kind() != Kind.SEQUENCE
          && standing.start().contains(held.relation())
          && held.mode() != LockMode.ACCESS_SHARE
          && !before.locks().contains(held)) {
        strongest.merge(
            relation.id(), held.mode(), (one, two) -> one.compareTo(two) > 0 ? one : two);
      }
    }
    return strongest.entrySet().stream()
        .map(entry -> new Lock(entry.getValue(), entry.getKey()))
        .toList();
  }

  private static Set<ObjectId> vacuumed(Sight before, Sight after, Standing standing) {
    Set<ObjectId> vacuumed = new HashSet<>();
    before
        .relations()
        .forEach((key, old) -> {
          Sight.Relation now = after.relations().get(key);
          if (now != null && standing.start().contains(key) && now.vacuums() > old.vacuums()) {
            vacuumed.add(now.id());
          }
        });
    return vacuumed;
  }

  /**
   * What runs in transactions of its own holds nothing when it is done: these are the locks that
   * the manual names (13.3.1 Table-Level Locks).
   */
  private static List<Lock> ofLone(
      List<Change> changes,
      Set<ObjectId> vacuumed,
      Set<ObjectId> rewritten,
      Set<ObjectId> rebuilt) {
    Map<ObjectId, LockMode> locks = new TreeMap<>();
    vacuumed.forEach(table -> locks.put(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
    for (Change change : changes) {
      DatabaseObject object =
          switch (change) {
            case Change.Create create -> create.object();
            case Change.Drop drop -> drop.object();
            case Change.Alter alter -> alter.after();
            case Change.Rename rename -> null;
          };
      if (object instanceof Index || object instanceof Constraint) {
        locks.put(Objects.requireNonNull(object.parent()), LockMode.SHARE_UPDATE_EXCLUSIVE);
      } else if (object instanceof Partition partition) {
        locks.put(partition.of(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      }
    }
    rebuilt.forEach(relation -> locks.put(relation, LockMode.SHARE));
    rewritten.forEach(relation -> locks.put(relation, LockMode.ACCESS_EXCLUSIVE));
    return locks.entrySet().stream()
        .map(entry -> new Lock(entry.getValue(), entry.getKey()))
        .toList();
  }
}
