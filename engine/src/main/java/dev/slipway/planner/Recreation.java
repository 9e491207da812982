package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Statistics;
import dev.slipway.catalog.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which objects must be dropped and created anew although they themselves may not have changed,
 * because something they depend on does not change under them.
 *
 * <p>Nothing that holds rows is ever recreated: the walk ends at tables, but for foreign ones, and
 * at columns that are not generated.
 */
final class Recreation {

  private final Catalog before;
  private final Catalog after;
  private final Map<ObjectId, ObjectId> renamed;
  private final Predicate<ObjectId> isCaredFor;
  private final Map<ObjectId, ObjectId> notRenamed = new TreeMap<>();
  private final Set<ObjectId> recreated = new TreeSet<>();
  private final Set<ObjectId> disturbed = new TreeSet<>();
  private final Set<ObjectId> replaced = new TreeSet<>();
  private final Set<ObjectId> converted = new TreeSet<>();

  /**
   * @param before the catalog before all changes
   * @param after the catalog after them
   * @param renamed what is only to have another name, and the name
   * @param isCaredFor what is dropped and created elsewhere, and is left out here
   */
  Recreation(
      Catalog before,
      Catalog after,
      Map<ObjectId, ObjectId> renamed,
      Predicate<ObjectId> isCaredFor) {
    this.before = before;
    this.after = after;
    this.renamed = renamed;
    this.isCaredFor = isCaredFor;
  }

  /** What was found, in canonical order. */
  Set<ObjectId> found() {
    return recreated;
  }

  /** What would only have another name, and is dropped and created under that name instead. */
  Map<ObjectId, ObjectId> notRenamed() {
    return notRenamed;
  }

  /**
   * Types that something holds values of, so that another must stand beside the old one for a
   * while: recreated ones, and dropped ones whose name another kind of type takes.
   */
  Set<ObjectId> replaced() {
    return replaced;
  }

  /** Columns whose type keeps its name and becomes another. */
  Set<ObjectId> converted() {
    return converted;
  }

  /**
   * The object is dropped and created anew; so is everything that depends on it or is said about
   * it.
   */
  void recreate(ObjectId id) {
    ObjectId name = renamed.get(id);
    if (name != null && notRenamed.put(id, name) == null) {
      before.dependencies().dependentsOf(id).forEach(this::recreateUnlessItHoldsRows);
    }
    if (!before.has(id) || !after.has(id) || isCaredFor.test(id) || !recreated.add(id)) {
      return;
    }
    before.dependencies().dependentsOf(id).forEach(this::recreateUnlessItHoldsRows);
    before.partsOf(id).forEach(part -> recreate(part.id()));
    replaceWhereHeld(id);
    detachForIndex(id);
    detachForConstraints(id);
  }

  /** With an index that goes, so would the constraints of partitions that rest on its parts. */
  private void detachForConstraints(ObjectId id) {
    if (id.kind() != Kind.INDEX) {
      return;
    }
    for (ObjectId dependent : before.dependencies().dependentsOf(id)) {
      if (before.find(dependent) instanceof IndexPartition part
          && part.part().kind() == Kind.CONSTRAINT) {
        recreate(ObjectId.about(Kind.PARTITION, tableOf(part.part())));
      }
    }
  }

  /** The engine refuses to drop the part of a partitioned index that stays as it is. */
  private void detachForIndex(ObjectId id) {
    if (before.find(ObjectId.about(Kind.INDEX_PARTITION, id)) instanceof IndexPartition part
        && !recreated.contains(part.whole())
        && Objects.equals(before.find(part.whole()), after.find(part.whole()))) {
      DatabaseObject index = before.find(id);
      ObjectId table = index == null ? null : index.parent();
      if (table != null) {
        recreate(ObjectId.about(Kind.PARTITION, table));
      }
    }
  }

  /** Dependents were looked at before, so that it is known of each type whether it stands aside. */
  private void replaceWhereHeld(ObjectId id) {
    if (!isType(id)) {
      return;
    }
    for (ObjectId dependent : before.dependencies().dependentsOf(id)) {
      if (replaced.contains(dependent)) {
        replaced.add(id);
      } else if (before.find(dependent) instanceof Column old
          && !isGenerated(old)
          && after.find(dependent) instanceof Column column) {
        replaced.add(id);
        if (old.type().equals(column.type()) && converted.add(dependent)) {
          disturb(dependent);
          recreateComparing(dependent, id);
        }
      }
    }
  }

  /** Columns are converted one by one, and until then no operator compares them. */
  private void recreateComparing(ObjectId column, ObjectId type) {
    for (ObjectId user : before.dependencies().dependentsOf(column)) {
      DatabaseObject object = before.find(user);
      boolean isExpression =
          (object instanceof Constraint constraint && constraint.type() == Constraint.Type.CHECK)
              || (object instanceof Index index && !index.predicate().isEmpty());
      if (isExpression
          && before.dependencies().of(user).stream()
                  .filter(need -> need.kind() == Kind.COLUMN)
                  .filter(need -> before.dependencies().of(need).contains(type))
                  .count()
              > 1) {
        recreate(user);
      }
    }
  }

  private static boolean isType(ObjectId id) {
    return switch (id.kind()) {
      case BASE_TYPE, ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE -> true;
      default -> false;
    };
  }

  /**
   * The object goes; what used it and stays as it is, as a foreign key that another key can carry,
   * is created anew.
   */
  void drop(ObjectId id) {
    if (before.find(id) instanceof IndexPartition part && staysPartition(part)) {
      recreate(part.whole());
    }
    detachForConstraints(id);
    for (ObjectId dependent : before.dependencies().dependentsOf(id)) {
      DatabaseObject old = before.find(dependent);
      if (old != null && old.equals(after.find(dependent))) {
        recreateUnlessItHoldsRows(dependent);
      }
    }
    replaceWhereHeld(id);
  }

  /** No statement takes the part out of a partitioned index, so the whole is made again. */
  private boolean staysPartition(IndexPartition part) {
    DatabaseObject index = before.find(part.part());
    ObjectId table = index == null ? null : index.parent();
    if (table == null) {
      return false;
    }
    ObjectId partition = ObjectId.about(Kind.PARTITION, table);
    return !isCaredFor.test(partition)
        && Objects.equals(before.find(partition), after.find(partition));
  }

  /**
   * The object changes in place in a way that the engine refuses while something uses it. Both
   * sides of a foreign key can't have another type at the same time, so the key makes way as well.
   */
  void disturb(ObjectId id) {
    if (!disturbed.add(id)) {
      return;
    }
    if (id.kind() == Kind.COLUMN) {
      recreate(ObjectId.about(Kind.COLUMN_DEFAULT, id));
      for (ObjectId partition : before.inheritorsOf(tableOf(id))) {
        disturb(ObjectId.of(Kind.COLUMN, partition.schema(), partition.name(), id.name()));
      }
    }
    for (ObjectId dependent : before.dependencies().dependentsOf(id)) {
      switch (dependent.kind()) {
        case ROUTINE,
            AGGREGATE,
            OPERATOR,
            OPERATOR_FAMILY,
            OPERATOR_CLASS,
            CAST,
            COLUMN_DEFAULT,
            VIEW,
            RULE,
            TRIGGER,
            POLICY,
            PUBLICATION_MEMBER ->
            recreate(dependent);
        case COLUMN -> {
          if (isGenerated(before.find(dependent))) {
            recreate(dependent);
          } else {
            disturb(dependent);
          }
        }
        case CONSTRAINT, INDEX, STATISTICS -> {
          if (id.kind() == Kind.COLLATION
              || isForeignKey(before.find(dependent))
              || isRemembering(before.find(dependent))
              || isRemembering(after.find(dependent))) {
            recreate(dependent);
          }
        }
        case ROLE,
            ROLE_MEMBER,
            SCHEMA,
            EXTENSION,
            LANGUAGE,
            FOREIGN_DATA_WRAPPER,
            FOREIGN_SERVER,
            USER_MAPPING,
            COLLATION,
            CONVERSION,
            BASE_TYPE,
            ENUM,
            COMPOSITE_TYPE,
            DOMAIN,
            DOMAIN_CONSTRAINT,
            RANGE_TYPE,
            SEQUENCE,
            TRANSFORM,
            TEXT_SEARCH_PARSER,
            TEXT_SEARCH_TEMPLATE,
            TEXT_SEARCH_DICTIONARY,
            TEXT_SEARCH_CONFIGURATION,
            TABLE,
            SEQUENCE_OWNER,
            INHERITANCE,
            PARTITION,
            INDEX_PARTITION,
            CLUSTERING,
            REPLICA_IDENTITY,
            EVENT_TRIGGER,
            PUBLICATION,
            PUBLICATION_SCHEMA,
            SUBSCRIPTION,
            OWNER,
            DEFAULT_PRIVILEGES,
            GRANT,
            SECURITY_LABEL,
            COMMENT -> {}
      }
    }
  }

  private void recreateUnlessItHoldsRows(ObjectId id) {
    if (!holdsRows(id, before)) {
      recreate(id);
    }
  }

  private static boolean holdsRows(ObjectId id, Catalog catalog) {
    return (id.kind() == Kind.TABLE
            && !(catalog.find(id) instanceof Table table && table.isForeign()))
        || id.kind() == Kind.SEQUENCE
        || (id.kind() == Kind.COLUMN && !isGenerated(catalog.find(id)));
  }

  /** Everything that a recreation of an object would take along in a catalog, but not itself. */
  static Set<ObjectId> takenAlong(ObjectId id, Catalog catalog) {
    Set<ObjectId> found = new TreeSet<>();
    Deque<ObjectId> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      ObjectId next = open.remove();
      List<ObjectId> users = new ArrayList<>(catalog.dependencies().dependentsOf(next));
      users.removeIf(user -> holdsRows(user, catalog));
      catalog.partsOf(next).forEach(part -> users.add(part.id()));
      users.stream().filter(found::add).forEach(open::add);
    }
    found.remove(id);
    return found;
  }

  private static ObjectId tableOf(ObjectId part) {
    return new ObjectId(Kind.TABLE, part.path().subList(0, 2));
  }

  /** The engine builds an index of another type anew and forgets what was said of its keys. */
  private static boolean isRemembering(@Nullable DatabaseObject object) {
    return (object instanceof Index index && !index.statistics().isEmpty())
        || (object instanceof Statistics statistics && statistics.target() != null);
  }

  private static boolean isForeignKey(@Nullable DatabaseObject object) {
    return object instanceof Constraint constraint
        && constraint.type() == Constraint.Type.FOREIGN_KEY;
  }

  private static boolean isGenerated(@Nullable DatabaseObject object) {
    return object instanceof Column column && column.generated() != null;
  }
}
