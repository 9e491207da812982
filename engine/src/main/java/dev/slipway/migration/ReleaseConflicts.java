package dev.slipway.migration;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.View;
import dev.slipway.dialect.DeployedRelease;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.dialect.ReleaseUse.How;
import dev.slipway.diff.Change;
import dev.slipway.diff.Differ;
import dev.slipway.plan.HazardCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a schema take from releases that run: tables, views and columns that go, get
 * another name or another type, and columns that new rows must have a value for. Stateless.
 */
public final class ReleaseConflicts {

  private final String migration;
  private final Catalog before;
  private final Catalog after;
  private final List<DeployedRelease> releases;
  private final Map<ObjectId, ObjectId> renames = new HashMap<>();
  private final List<ReleaseConflict> found = new ArrayList<>();

  private ReleaseConflicts(
      String migration,
      List<Change> changes,
      Catalog before,
      Catalog after,
      List<DeployedRelease> releases) {
    this.migration = migration;
    this.before = before;
    this.after = after;
    this.releases = releases;
    for (Change change : changes) {
      if (change instanceof Change.Rename rename) {
        renames.put(rename.from(), rename.to());
      }
    }
  }

  /**
   * Those of a plan.
   *
   * @param name what it is called in messages
   * @param renames the renames of it
   * @param releases the releases; those that ended are of no account
   */
  public static List<ReleaseConflict> of(
      String name,
      List<? extends Change> renames,
      Catalog before,
      Catalog after,
      List<DeployedRelease> releases) {
    List<DeployedRelease> deployed = releases.stream().filter(DeployedRelease::isDeployed).toList();
    if (deployed.isEmpty()) {
      return List.of();
    }
    var conflicts = new ReleaseConflicts(name, List.copyOf(renames), before, after, deployed);
    Differ.compare(before, after).forEach(conflicts::judge);
    return conflicts.found;
  }

  /** Those of migrations, each compared with what is before it. */
  static List<ReleaseConflict> of(
      History history, List<Migration> pending, List<DeployedRelease> releases) {
    List<ReleaseConflict> found = new ArrayList<>();
    if (releases.stream().noneMatch(DeployedRelease::isDeployed)) {
      return found;
    }
    for (Migration migration : pending) {
      Catalog after = migration.readCatalog();
      for (String name : migration.parents()) {
        Migration parent = history.find(name);
        if (parent != null) {
          found.addAll(
              of(
                  migration.name(),
                  migration.manifest().renames(),
                  parent.readCatalog(),
                  after,
                  releases));
        }
      }
    }
    return found;
  }

  private void judge(Change change) {
    switch (change) {
      case Change.Drop(Table table) -> gone(table.id());
      case Change.Drop(View view) -> gone(view.id());
      case Change.Drop(Column column) -> {
        if (!isGone(column.parent())) {
          boolean isRenamed = renames.containsKey(column.id());
          column(
              column,
              isRenamed ? HazardCode.RENAME_COLUMN : HazardCode.DROP_COLUMN,
              (isRenamed ? "renames " : "drops ") + column.id());
        }
      }
      case Change.Alter(Column old, Column now) -> {
        if (!old.type().equals(now.type())) {
          column(
              old,
              HazardCode.TYPE_CHANGE,
              "makes " + old.id() + " " + now.type() + " instead of " + old.type());
        }
        if (!old.notNull() && now.notNull() && demandsValue(now)) {
          demanded(now, HazardCode.SET_NOT_NULL);
        }
      }
      case Change.Create(Column column) -> {
        if (before.has(column.parent())
            && !renames.containsValue(column.id())
            && column.notNull()
            && demandsValue(column)) {
          demanded(column, HazardCode.REQUIRED_COLUMN_WITHOUT_DEFAULT);
        }
      }
      default -> {
        // Nothing else is named by what releases are known to use.
      }
    }
  }

  /** A table or a view; it may be there under another name. */
  private void gone(ObjectId id) {
    ObjectId schema = new ObjectId(Kind.SCHEMA, List.of(id.schema()));
    boolean isMoved = renames.containsKey(schema);
    boolean isRenamed = isMoved || renames.containsKey(id);
    add(
        use -> use.isWithin(id),
        isMoved
            ? HazardCode.RENAME_SCHEMA
            : isRenamed ? HazardCode.RENAME_TABLE : HazardCode.DROP_TABLE,
        isMoved ? schema : id,
        (isRenamed ? "renames " : "drops ") + (isMoved ? schema : id));
  }

  private boolean isGone(@Nullable ObjectId parent) {
    return parent != null && !after.has(parent);
  }

  private void column(Column column, HazardCode code, String deed) {
    ObjectId table = column.parent();
    add(
        use ->
            use.object().equals(column.id())
                || (use.how() == How.ALL_COLUMNS && use.object().path().equals(table.path())),
        code,
        column.id(),
        deed);
  }

  private void demanded(Column column, HazardCode code) {
    ObjectId table = column.parent();
    add(
        use -> use.how() == How.INSERTS && use.object().path().equals(table.path()),
        code,
        column.id(),
        "demands a value of " + column.id());
  }

  private boolean demandsValue(Column column) {
    DatabaseObject value = after.find(ObjectId.about(Kind.COLUMN_DEFAULT, column.id()));
    return value == null && column.identity() == null && column.generated() == null;
  }

  /** The first use of each release. */
  private void add(
      Predicate<ReleaseUse> conflicting, HazardCode code, ObjectId object, String deed) {
    for (DeployedRelease release : releases) {
      release.uses().stream()
          .filter(conflicting)
          .findFirst()
          .ifPresent(use ->
              found.add(new ReleaseConflict(migration, release.name(), use, code, object, deed)));
    }
  }
}
