package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Selection;
import dev.slipway.diff.Change;
import dev.slipway.diff.ColumnOrder;
import dev.slipway.diff.Differ;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of two catalogs that the way from one to the other can touch: what differs with
 * everything of the tables that it is in, whatever depends on that, and what all of it needs.
 *
 * <p>Outside of it both catalogs are the same, and no step goes there: a step changes an object
 * that differs, or makes again what depends on one. So the plan between the two parts is the plan
 * between the two catalogs, and it can be tried where only the part is, which for a small change of
 * a large schema is a small part of the work.
 */
final class Excerpt {

  /** What says how everything else is read, and is never many. */
  private static final Set<Kind> ALWAYS =
      EnumSet.of(
          Kind.ROLE,
          Kind.ROLE_MEMBER,
          Kind.SCHEMA,
          Kind.EXTENSION,
          Kind.LANGUAGE,
          Kind.FOREIGN_DATA_WRAPPER,
          Kind.FOREIGN_SERVER,
          Kind.USER_MAPPING,
          Kind.COLLATION,
          Kind.CAST,
          Kind.OPERATOR,
          Kind.OPERATOR_FAMILY,
          Kind.OPERATOR_CLASS,
          Kind.EVENT_TRIGGER,
          Kind.PUBLICATION,
          Kind.PUBLICATION_SCHEMA,
          Kind.DEFAULT_PRIVILEGES);

  /** What is only said about an object: nothing depends on it. */
  private static final Set<Kind> SAID =
      EnumSet.of(Kind.COMMENT, Kind.GRANT, Kind.OWNER, Kind.SECURITY_LABEL);

  private final Catalog before;
  private final Catalog after;
  private final Selection selection;

  private Excerpt(Catalog before, Catalog after) {
    this.before = before;
    this.after = after;
    this.selection = new Selection(before, after);
  }

  /**
   * The part that the way from one catalog to another touches.
   *
   * @param before the one
   * @param desired the other, with what is said to have had another name
   */
  static Excerpt of(Catalog before, Desired desired) {
    var excerpt = new Excerpt(before, desired.catalog());
    Set<ObjectId> touched = new TreeSet<>();
    for (Change change : Differ.compare(before, desired.catalog())) {
      touched.add(change.id());
      if (change instanceof Change.Rename rename) {
        touched.add(rename.to());
      }
    }
    for (ColumnOrder order : ColumnOrder.differences(before, desired.catalog())) {
      touched.add(order.table());
    }
    for (DeclaredRename rename : desired.renames()) {
      touched.addAll(named(rename));
    }
    excerpt.take(touched);
    return excerpt;
  }

  private static List<ObjectId> named(DeclaredRename rename) {
    return switch (rename) {
      case DeclaredRename.OfObject object -> List.of(object.from(), object.to());
      case DeclaredRename.OfPart part -> List.of(part.whole());
    };
  }

  /** The part of the catalog before. */
  Catalog before() {
    return selection.of(before);
  }

  /** The part of the desired catalog, with the renames. */
  Desired desired(List<DeclaredRename> renames) {
    return new Desired(selection.of(after), renames);
  }

  /** Whether it leaves out so little that nothing is gained. */
  boolean isNearlyAll() {
    return selection.size() * 4L > 3L * Math.max(before.size(), after.size());
  }

  /**
   * The desired catalog as the engine spells it.
   *
   * @param end its part, as the engine holds it after the plan; what no step touches stays spelled
   *     as it was before
   */
  Catalog complete(Catalog end) {
    List<DatabaseObject> objects = new ArrayList<>();
    for (DatabaseObject object : after.objects()) {
      DatabaseObject old = before.find(object.id());
      // whether a grant is the usual one follows from what may have changed elsewhere
      objects.add(old == null || object instanceof Grant ? object : old);
    }
    Catalog spelled =
        new Catalog(
            after.engine(),
            objects,
            after.dependencies(),
            after.columnOrder(),
            after.viewTypes(),
            after.seen());
    return selection.replacing(spelled, end);
  }

  private void take(Set<ObjectId> touched) {
    Deque<ObjectId> changed = new ArrayDeque<>();
    Set<ObjectId> wholes = new HashSet<>();
    for (ObjectId id : touched) {
      if (SAID.contains(id.kind())) {
        selection.add(id);
      } else {
        wholes.add(root(id));
        wholes.addAll(holders(id));
      }
    }
    addFamilies(wholes, changed);
    selection.addDependents(changed);
    for (Catalog catalog : List.of(before, after)) {
      for (DatabaseObject object : catalog.objects()) {
        if (ALWAYS.contains(object.id().kind())) {
          selection.add(object.id());
        }
      }
    }
    selection.addNeeds();
  }

  /** The tables that hold values of an enumerated type: a column may come for one of theirs. */
  private Set<ObjectId> holders(ObjectId id) {
    Set<ObjectId> tables = new HashSet<>();
    if (id.kind() == Kind.ENUM) {
      for (Catalog catalog : List.of(before, after)) {
        for (ObjectId user : catalog.dependencies().dependentsOf(id)) {
          if (user.kind() == Kind.COLUMN) {
            tables.add(root(user));
          }
        }
      }
    }
    return tables;
  }

  /** The object that this one goes with in the end, in the catalog that has it. */
  private ObjectId root(ObjectId id) {
    DatabaseObject object = before.find(id) == null ? after.find(id) : before.find(id);
    ObjectId parent = object == null ? null : object.parent();
    return parent == null ? id : root(parent);
  }

  /** Everything of these and of the tables that inherit from them, and what they inherit. */
  private void addFamilies(Collection<ObjectId> wholes, Deque<ObjectId> changed) {
    Deque<ObjectId> open = new ArrayDeque<>(wholes);
    while (!open.isEmpty()) {
      ObjectId id = open.removeFirst();
      if (selection.add(id)) {
        changed.add(id);
        for (Catalog catalog : List.of(before, after)) {
          catalog.partsOf(id).forEach(part -> open.add(part.id()));
          open.addAll(catalog.inheritorsOf(id));
        }
      }
    }
    for (ObjectId id : changed) {
      if (id.kind() == Kind.PARTITION || id.kind() == Kind.INHERITANCE) {
        addInherited(id);
      }
    }
  }

  /** A table that leaves its parent keeps what it had from there, be it keys or indexes. */
  private void addInherited(ObjectId tie) {
    for (Catalog catalog : List.of(before, after)) {
      DatabaseObject object = catalog.find(tie);
      ObjectId parent =
          object instanceof Partition partition
              ? partition.of()
              : object instanceof Inheritance inheritance ? inheritance.of() : null;
      if (parent != null && selection.add(parent)) {
        for (DatabaseObject part : catalog.partsOf(parent)) {
          selection.add(part.id());
          addInherited(part.id());
        }
      }
    }
  }
}
