package dev.slipway.observation;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Schema;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Observation;
import dev.slipway.dialect.Renderer;
import dev.slipway.diff.Change;
import dev.slipway.diff.Differ;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a statement changed of the schema. */
final class Changes {

  private Changes() {}

  /**
   * The changes between two moments. What follows from another change, such as the columns that go
   * with their table, or the texts that name what is renamed, is left out.
   */
  static List<Change> between(Observation.Seen before, Observation.Seen after) {
    List<Change> all = Differ.compare(before.catalog(), after.catalog());
    List<Change> renames = renames(before, after);
    Set<ObjectId> gone = new HashSet<>();
    for (Change change : all) {
      if (change instanceof Change.Drop drop) {
        gone.add(drop.id());
      }
    }
    if (!renames.isEmpty()) {
      Set<ObjectId> kept = new HashSet<>();
      before
          .names()
          .forEach((key, named) -> {
            if (!after.names().containsKey(key)) {
              kept.add(named.id());
            }
          });
      List<Change> some = new ArrayList<>(renames);
      all.stream()
          .filter(change -> change instanceof Change.Drop && kept.contains(change.id()))
          .forEach(some::add);
      return some;
    }
    return all.stream()
        .filter(change -> !(change instanceof Change.Drop drop) || !follows(drop.object(), gone))
        .filter(change -> !isOfGoneColumn(change, before.catalog(), gone))
        .toList();
  }

  private static List<Change> renames(Observation.Seen before, Observation.Seen after) {
    List<Change> renames = new ArrayList<>();
    Set<ObjectId> renamed = new HashSet<>();
    before.names().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          Observation.Named old = entry.getValue();
          Observation.Named now = after.names().get(entry.getKey());
          if (now == null || now.equals(old)) {
            return;
          }
          if (!old.value().isEmpty() && !old.id().equals(now.id())) {
            if (renamed.add(old.id())) {
              renames.add(new Change.Rename(old.id(), now.id()));
            }
          } else if (!old.value().isEmpty()) {
            if (!old.value().equals(now.value())
                && before.catalog().find(old.id()) instanceof EnumType one
                && after.catalog().find(now.id()) instanceof EnumType two) {
              renames.add(new Change.Alter(one, two));
            }
          } else if (old.id().kind() != Kind.COLUMN || !old.id().name().equals(now.id().name())) {
            renames.add(new Change.Rename(old.id(), now.id()));
            renamed.add(old.id());
          }
        });
    Set<String> schemas = new HashSet<>();
    renamed.stream().filter(id -> id.kind() == Kind.SCHEMA).forEach(id -> schemas.add(id.name()));
    return renames.stream()
        .filter(
            change -> change.id().kind() == Kind.SCHEMA || !schemas.contains(change.id().schema()))
        .toList();
  }

  private static boolean follows(DatabaseObject object, Set<ObjectId> gone) {
    ObjectId parent = object.parent();
    ObjectId schema = ObjectId.of(Kind.SCHEMA, object.id().schema());
    return (parent != null && gone.contains(parent))
        || (object.id().kind().home() != Kind.Home.ABOUT
            && object.id().kind() != Kind.SCHEMA
            && gone.contains(schema));
  }

  /** The sequence of a serial column goes with it. */
  private static boolean isOfGoneColumn(Change change, Catalog before, Set<ObjectId> gone) {
    if (!(change instanceof Change.Drop drop) || drop.id().kind() != Kind.SEQUENCE) {
      return false;
    }
    return before.find(ObjectId.about(Kind.SEQUENCE_OWNER, drop.id()))
            instanceof SequenceOwner owner
        && gone.contains(owner.column());
  }

  /** What is lost for good with each change; what is elsewhere, or new itself, loses nothing. */
  static Map<ObjectId, String> losses(Renderer renderer, List<Change> changes, Catalog known) {
    Map<ObjectId, String> losses = new HashMap<>();
    for (Change change : changes) {
      DatabaseObject object =
          switch (change) {
            case Change.Drop drop -> drop.object();
            case Change.Alter alter -> alter.before();
            case Change.Create create -> null;
            case Change.Rename rename -> null;
          };
      if (object == null || !known.has(object.id()) || isElsewhere(object, known)) {
        continue;
      }
      String loss =
          object instanceof Schema schema
              ? lossOf(renderer, schema, known)
              : renderer.loss(object, change instanceof Change.Alter alter ? alter.after() : null);
      boolean isRenamed =
          change instanceof Change.Alter(EnumType one, EnumType two)
              && one.values().size() == two.values().size();
      if (loss != null && !isRenamed) {
        losses.put(change.id(), loss);
      }
    }
    return losses;
  }

  /** The first thing in a schema that is lost for good. */
  private static @Nullable String lossOf(Renderer renderer, Schema schema, Catalog known) {
    for (DatabaseObject object : known.objects()) {
      boolean isWithin =
          object.parent() == null
              && object.id().kind().home() == Kind.Home.SCHEMA
              && object.id().schema().equals(schema.id().name());
      String loss = isWithin ? renderer.loss(object, null) : null;
      if (loss != null) {
        return loss;
      }
    }
    return null;
  }

  private static boolean isElsewhere(DatabaseObject object, Catalog known) {
    DatabaseObject whole = object;
    if (object instanceof Column column) {
      DatabaseObject table = known.find(column.parent());
      whole = table == null ? object : table;
    }
    return whole instanceof Table table && table.isForeign();
  }
}
