package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables as SQL (manual: CREATE TABLE, ALTER TABLE). */
final class TableSql implements ObjectSql<Table> {

  @Override
  public String systemCatalog() {
    return "pg_class";
  }

  @Override
  public String target(ObjectId id) {
    return "table " + Quoting.qualified(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "table " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Table table, List<DatabaseObject> within) {
    Map<ObjectId, ColumnDefault> defaults = new HashMap<>();
    for (DatabaseObject part : within) {
      if (part instanceof ColumnDefault value) {
        defaults.put(value.column(), value);
      }
    }
    var columns = new ArrayList<String>();
    var constraints = new ArrayList<String>();
    // The server leaves out a key that repeats another one of the same statement.
    var keys = new HashSet<List<String>>();
    var again = new ArrayList<Constraint>();
    for (DatabaseObject part : within) {
      if (part instanceof Column column) {
        columns.add("  " + ColumnSql.definition(column, defaults.get(column.id())));
      } else if (part instanceof Constraint constraint) {
        if (isKey(constraint) && !keys.add(constraint.columns())) {
          again.add(constraint);
        } else {
          constraints.add("  " + ConstraintSql.definition(constraint));
        }
      }
    }
    columns.addAll(constraints);
    String head =
        (table.unlogged() ? "create unlogged table " : "create table ")
            + Quoting.qualified(table.id());
    var statements = new ArrayList<Statement>();
    statements.add(
        Statement.of(
            head
                + (columns.isEmpty() ? " ()" : " (\n" + String.join(",\n", columns) + "\n)")
                + (table.isPartitioned() ? " partition by " + table.partitionedBy() : "")));
    String alter = "alter table " + Quoting.qualified(table.id());
    rowSecurity(false, false, table)
        .forEach(change -> statements.add(Statement.of(alter + change)));
    again.forEach(key -> statements.addAll(new ConstraintSql().create(key, List.of())));
    return statements;
  }

  private static boolean isKey(Constraint constraint) {
    return constraint.type() == Constraint.Type.PRIMARY_KEY
        || constraint.type() == Constraint.Type.UNIQUE;
  }

  @Override
  public List<Statement> drop(Table table) {
    return List.of(
        Statement.of("drop table " + Quoting.qualified(table.id()), exclusive(table.id())));
  }

  @Override
  public Alteration alter(Table before, Table after, Catalog from, Catalog to) {
    if (!Objects.equals(before.partitionedBy(), after.partitionedBy())) {
      return new Alteration.Recreate();
    }
    var changes = new ArrayList<String>();
    if (before.unlogged() != after.unlogged()) {
      changes.add(after.unlogged() ? " set unlogged" : " set logged");
    }
    changes.addAll(rowSecurity(before.rowSecurity(), before.forceRowSecurity(), after));
    String alter = "alter table " + Quoting.qualified(after.id());
    return new Alteration.InPlace(
        changes.stream()
            .map(change -> Statement.of(alter + change, exclusive(after.id())))
            .toList(),
        false);
  }

  private static List<String> rowSecurity(boolean was, boolean wasForced, Table after) {
    var changes = new ArrayList<String>();
    if (was != after.rowSecurity()) {
      changes.add((after.rowSecurity() ? " enable" : " disable") + " row level security");
    }
    if (wasForced != after.forceRowSecurity()) {
      changes.add((after.forceRowSecurity() ? " force" : " no force") + " row level security");
    }
    return changes;
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter table " + Quoting.qualified(from) + " rename to " + Quoting.name(to),
            exclusive(from)));
  }

  @Override
  public @Nullable String loss(Table before, @Nullable Table after) {
    return after == null || !Objects.equals(before.partitionedBy(), after.partitionedBy())
        ? "Every row of " + before.id() + " is lost."
        : null;
  }

  static boolean isPartitioned(ObjectId table, Catalog in) {
    return in.find(table) instanceof Table found && found.isPartitioned();
  }

  /** What nearly every form of ALTER TABLE takes. */
  static Lock exclusive(ObjectId table) {
    return new Lock(LockMode.ACCESS_EXCLUSIVE, table);
  }
}
