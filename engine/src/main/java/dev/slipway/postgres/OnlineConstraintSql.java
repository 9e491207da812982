package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Constraints while others go on reading and writing (manual: ALTER TABLE, ADD
 * table_constraint_using_index, NOT VALID).
 */
final class OnlineConstraintSql {

  private static final String UNIQUE = "UNIQUE ";
  private static final String NULLS_NOT_DISTINCT = "NULLS NOT DISTINCT ";
  private static final String WITHOUT_OVERLAPS = " WITHOUT OVERLAPS)";

  private OnlineConstraintSql() {}

  static @Nullable List<Statement> create(
      Constraint constraint, List<DatabaseObject> within, Catalog in) {
    return switch (constraint.type()) {
      case CHECK ->
          within.stream().allMatch(heir -> heir instanceof Constraint c && c.validated())
              ? validatedLater(constraint)
              : null;
      case FOREIGN_KEY ->
          isOfPartitions(constraint, in)
              ? OnlinePartitionKeySql.create(constraint, in)
              : lockedBriefly(
                  List.of(constraint), LockMode.SHARE_ROW_EXCLUSIVE, validatedLater(constraint));
      case PRIMARY_KEY, UNIQUE -> {
        if (TableSql.isPartitioned(constraint.parent(), in)) {
          yield new ConstraintSql().create(constraint, within, in);
        }
        yield isKeyOfHeir(constraint, in) ? null : usingIndex(constraint);
      }
      case EXCLUSION -> null;
    };
  }

  /** Since version 18 NOT NULL, which it inherits, would become its own by taking the index. */
  private static boolean isKeyOfHeir(Constraint key, Catalog in) {
    return key.type() == Constraint.Type.PRIMARY_KEY
        && in.partsOf(key.parent()).stream()
            .anyMatch(part -> part instanceof Partition || part instanceof Inheritance);
  }

  /** Before version 18 the server has no such way for partitioned tables. */
  static boolean isOfPartitions(Constraint key, Catalog in) {
    ObjectId other = key.references();
    return TableSql.isPartitioned(key.parent(), in)
        || (other != null && TableSql.isPartitioned(other, in));
  }

  /** New rows obey it at once; those that are there are asked in a transaction of its own. */
  private static @Nullable List<Statement> validatedLater(Constraint constraint) {
    if (!constraint.validated() || constraint.notEnforced()) {
      return null;
    }
    return List.of(ConstraintSql.notValid(constraint), ConstraintSql.validate(constraint));
  }

  /** The tables that foreign keys tie are locked before, since others lock them in either order. */
  private static @Nullable List<Statement> lockedBriefly(
      List<Constraint> keys, LockMode mode, @Nullable List<Statement> statements) {
    if (statements == null) {
      return null;
    }
    var locked = new ArrayList<>(BriefLocks.of(keys.getFirst().parent(), keys, mode));
    locked.addAll(statements);
    return locked;
  }

  /** The index is built first, and becomes the constraint's own without another look at a row. */
  private static @Nullable List<Statement> usingIndex(Constraint constraint) {
    Statement index = index(constraint, constraint.id().name());
    return index == null
        ? null
        : List.of(
            index,
            Statement.of(
                ConstraintSql.alter(constraint.id()) + adding(constraint, constraint.id().name()),
                TableSql.exclusive(constraint.parent())));
  }

  private static String adding(Constraint constraint, String index) {
    return "add constraint "
        + Quoting.name(constraint.id())
        + (constraint.type() == Constraint.Type.PRIMARY_KEY ? " primary key" : " unique")
        + " using index "
        + Quoting.identifier(index)
        + constraint.timing().toLowerCase(Locale.ROOT);
  }

  /** The index that makes a key; null for one that no index can be made beforehand for. */
  static @Nullable Statement index(Constraint constraint, String name) {
    String keys = constraint.withoutTiming();
    if (keys.endsWith(WITHOUT_OVERLAPS)) {
      return null;
    }
    boolean nullsNotDistinct = keys.startsWith(UNIQUE + NULLS_NOT_DISTINCT);
    return OnlineIndexSql.concurrently(
        "create unique index "
            + Quoting.identifier(name)
            + " on "
            + Quoting.qualified(constraint.id())
            + " using btree "
            + keys.substring(keys.indexOf('('))
            + (nullsNotDistinct ? " nulls not distinct" : "")
            + Options.with(constraint.options()),
        constraint.parent());
  }

  /** The old one goes by the statement that brings the new one. */
  static @Nullable List<Statement> replace(
      Constraint before, Constraint after, Catalog from, Catalog to) {
    if (before.type() != after.type()
        || before.inherited()
        || after.inherited()
        || TableSql.isPartitioned(after.parent(), to)
        || !to.inheritorsOf(after.parent()).isEmpty()
        || isKeyOfHeir(after, to)
        || to.has(ObjectId.about(Kind.INDEX_PARTITION, after.id()))
        || from.has(ObjectId.about(Kind.INDEX_PARTITION, after.id()))) {
      return null;
    }
    return switch (after.type()) {
      case CHECK -> exchangedUnchecked(before, after);
      case FOREIGN_KEY ->
          isOfPartitions(after, to) || isOfPartitions(before, from)
              ? null
              : lockedBriefly(
                  List.of(before, after),
                  LockMode.ACCESS_EXCLUSIVE,
                  exchangedUnchecked(before, after));
      case PRIMARY_KEY, UNIQUE -> exchanged(before, after, from, to);
      case EXCLUSION -> null;
    };
  }

  private static @Nullable List<Statement> exchangedUnchecked(Constraint before, Constraint after) {
    List<Statement> later = validatedLater(after);
    if (later == null) {
      return null;
    }
    Statement add = later.getFirst();
    String alter = ConstraintSql.alter(after.id());
    return List.of(
        new Statement(
            alter + dropping(before) + ", " + add.sql().substring(alter.length()),
            stronger(new ConstraintSql().drop(before).getFirst().locks(), add.locks()),
            /* transactional= */ true),
        later.getLast());
  }

  /** Of tables that both lock, what the first says: the stronger one. */
  private static List<Lock> stronger(List<Lock> some, List<Lock> more) {
    var locks = new ArrayList<>(some);
    more.stream()
        .filter(lock -> some.stream().noneMatch(other -> other.on().equals(lock.on())))
        .forEach(locks::add);
    return locks;
  }

  private static @Nullable List<Statement> exchanged(
      Constraint before, Constraint after, Catalog from, Catalog to) {
    String aside = aside(after, from, to);
    Statement index = index(after, aside);
    return index == null ? null : List.of(index, exchange(before, after, aside));
  }

  /** What the index of a key is called while the old one has its name. */
  static String aside(Constraint key, Catalog from, Catalog to) {
    ObjectId name = ObjectId.of(Kind.INDEX, key.id().schema(), key.id().name());
    return AsideNames.ofIndex(name, from, to).name();
  }

  /** Makes an index that of a key, in the place of another key. */
  static Statement exchange(Constraint before, Constraint after, String index) {
    return Statement.of(
        ConstraintSql.alter(after.id()) + dropping(before) + ", " + adding(after, index),
        TableSql.exclusive(after.parent()));
  }

  private static String dropping(Constraint constraint) {
    return "drop constraint " + Quoting.name(constraint.id());
  }
}
