package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which order a table comes to its whole or its parents and leaves them, among the changes of
 * columns, checks and indexes on both sides, which must match while they are together.
 */
final class Attaching {

  private final Catalog before;
  private final Catalog after;
  private final Actions actions;
  private final BiConsumer<@Nullable Action, @Nullable Action> order;

  /**
   * @param order takes an action and one that comes after it; one of them null is passed over
   */
  Attaching(
      Catalog before,
      Catalog after,
      Actions actions,
      BiConsumer<@Nullable Action, @Nullable Action> order) {
    this.before = before;
    this.after = after;
    this.actions = actions;
    this.order = order;
  }

  private void first(@Nullable Action one, @Nullable Action other) {
    order.accept(one, other);
  }

  /** A partition's key is there before its whole's index, which must go before it can go. */
  boolean isAttachedTo(DatabaseObject object, ObjectId need) {
    return object instanceof Constraint
        && after.find(ObjectId.about(Kind.INDEX_PARTITION, object.id()))
            instanceof IndexPartition part
        && part.isKeyOfPartition()
        && part.whole().equals(need);
  }

  /**
   * Columns and checks of both sides must be as they shall be; and a column stays inherited only
   * while the table inherits it from somewhere, so the old parent goes after the new one came.
   */
  void inherit(Action.Create inherit, Inheritance inheritance) {
    for (ObjectId table : List.of(inheritance.of(), inheritance.table())) {
      for (DatabaseObject part : after.partsOf(table)) {
        if (mustMatch(part)) {
          first(actions.creating(part.id()), inherit);
          first(actions.changing(part.id()), inherit);
        }
      }
    }
    for (DatabaseObject part : before.partsOf(inheritance.of())) {
      if (mustMatch(part)) {
        first(actions.dropping(part.id()), inherit);
      }
    }
    for (DatabaseObject part : before.partsOf(inheritance.table())) {
      if (part instanceof Inheritance old && inherit.id().equals(inheritance.id())) {
        first(inherit, actions.dropping(old.id()));
      }
    }
  }

  /** A table that is created with a parent has its columns' defaults as they are at that time. */
  void inheritDefaults(Action.Create create, Inheritance inheritance) {
    changesOfDefaults(inheritance, after).forEach(change -> first(change, create));
  }

  /** And so has one that the way back creates. */
  void inheritDefaults(Action.Drop drop, Inheritance inheritance) {
    changesOfDefaults(inheritance, before).forEach(change -> first(drop, change));
  }

  private List<Action> changesOfDefaults(Inheritance inheritance, Catalog catalog) {
    return catalog.partsOf(inheritance.of()).stream()
        .map(column -> ObjectId.about(Kind.COLUMN_DEFAULT, column.id()))
        .flatMap(id -> Stream.of(actions.creating(id), actions.changing(id), actions.dropping(id)))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  void disinherit(Action.Drop detach, Inheritance inheritance) {
    for (ObjectId table : List.of(inheritance.of(), inheritance.table())) {
      for (DatabaseObject part : before.partsOf(table)) {
        if (mustMatch(part)) {
          first(detach, actions.changing(part.id()));
          first(detach, actions.dropping(part.id()));
        }
      }
    }
    for (DatabaseObject part : after.partsOf(inheritance.of())) {
      if (mustMatch(part)) {
        first(detach, actions.creating(part.id()));
      }
    }
  }

  /** Columns, checks and indexes of both sides must be as they shall be. */
  void attach(Action.Create attach, Partition partition) {
    for (ObjectId table : List.of(partition.of(), partition.table())) {
      for (DatabaseObject part : after.partsOf(table)) {
        boolean isPart = after.has(ObjectId.about(Kind.INDEX_PARTITION, part.id()));
        if (mustMatch(part) || (isPart && table.equals(partition.table()))) {
          first(actions.creating(part.id()), attach);
          first(actions.changing(part.id()), attach);
        }
      }
      for (DatabaseObject part : before.partsOf(table)) {
        if (mustMatch(part)) {
          first(actions.dropping(part.id()), attach);
        }
      }
    }
  }

  /** A table must have left its whole before either of them changes apart from the other. */
  void detach(Action.Drop detach, Partition partition) {
    for (ObjectId table : List.of(partition.of(), partition.table())) {
      for (DatabaseObject part : before.partsOf(table)) {
        if (mustMatch(part) || part instanceof Index) {
          Action changing = actions.changing(part.id());
          first(changing instanceof Action.Rename ? null : detach, changing);
          first(detach, actions.dropping(part.id()));
        }
      }
      for (DatabaseObject part : after.partsOf(table)) {
        if (mustMatch(part) || part instanceof Index) {
          first(detach, actions.creating(part.id()));
        }
      }
    }
  }

  private static boolean mustMatch(DatabaseObject part) {
    return part instanceof Column
        || (part instanceof Constraint constraint
            && constraint.type() != Constraint.Type.FOREIGN_KEY);
  }
}
