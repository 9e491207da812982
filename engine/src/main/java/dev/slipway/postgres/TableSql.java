package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ForeignSource;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables as SQL (manual: CREATE TABLE, ALTER TABLE, CREATE and ALTER FOREIGN TABLE). */
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
    // The server leaves out a key that repeats another one of the same statement.
    var keys = new HashSet<List<String>>();
    var again = new ArrayList<Constraint>();
    var parts = new ArrayList<String>();
    var parents = new ArrayList<Inheritance>();
    for (DatabaseObject part : within) {
      switch (part) {
        case Column column when !column.inherited() ->
            parts.add("  " + ColumnSql.definition(column, defaults.get(column.id())));
        case Constraint key when isKey(key) && !keys.add(key.columns()) -> again.add(key);
        case Constraint constraint when !constraint.inherited() ->
            parts.add("  " + ConstraintSql.definition(constraint));
        case Inheritance inheritance -> parents.add(inheritance);
        default -> {}
      }
    }
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of(head(table) + body(parts) + tail(table, parents)));
    String alter = "alter table " + Quoting.qualified(table.id());
    if (table.ofType() != null) {
      statements.add(Statement.of(alter + " of " + table.ofType()));
    }
    for (DatabaseObject part : within) {
      if (part instanceof Column column) {
        statements.addAll(NotNullSql.of(column));
        statements.addAll(TuningSql.of(column));
      }
    }
    rowSecurity(false, false, table)
        .forEach(change -> statements.add(Statement.of(alter + change)));
    again.forEach(key -> statements.addAll(new ConstraintSql().create(key, List.of())));
    return statements;
  }

  private static boolean isKey(Constraint constraint) {
    return constraint.type() == Constraint.Type.PRIMARY_KEY
        || constraint.type() == Constraint.Type.UNIQUE;
  }

  /** What the table does not have as the tables it inherits from have it is said afterwards. */
  @Override
  public List<Statement> create(Table table, List<DatabaseObject> within, Catalog in) {
    var statements = new ArrayList<>(create(table, within));
    for (DatabaseObject part : within) {
      if (part instanceof Column column) {
        statements.addAll(Logging.of(column, in));
      }
    }
    statements.addAll(InheritedColumns.afterCreating(within, in));
    return statements;
  }

  private static String head(Table table) {
    return "create "
        + (table.isForeign() ? "foreign " : table.unlogged() ? "unlogged " : "")
        + "table "
        + Quoting.qualified(table.id());
  }

  private static String body(List<String> parts) {
    return parts.isEmpty() ? " ()" : " (\n" + String.join(",\n", parts) + "\n)";
  }

  private static String tail(Table table, List<Inheritance> parents) {
    parents.sort(Comparator.comparingInt(Inheritance::place));
    return (parents.isEmpty()
            ? ""
            : " inherits ("
                + parents.stream()
                    .map(parent -> Quoting.qualified(parent.of()))
                    .collect(Collectors.joining(", "))
                + ")")
        + (table.isPartitioned() ? " partition by " + table.partitionedBy() : "")
        + (table.accessMethod() == null ? "" : " using " + Quoting.identifier(table.accessMethod()))
        + Options.with(table.options())
        + source(table.source());
  }

  private static String source(@Nullable ForeignSource source) {
    return source == null
        ? ""
        : " server "
            + Quoting.identifier(source.server())
            + ForeignOptions.create(source.options());
  }

  @Override
  public List<Statement> drop(Table table) {
    return List.of(
        Statement.of(
            (table.isForeign() ? "drop foreign table " : "drop table ")
                + Quoting.qualified(table.id()),
            exclusive(table.id())));
  }

  @Override
  public Alteration alter(Table before, Table after, Catalog from, Catalog to) {
    if (isAnother(before, after)) {
      return new Alteration.Recreate();
    }
    var changes = new ArrayList<String>();
    if (before.unlogged() != after.unlogged()) {
      changes.add(after.unlogged() ? " set unlogged" : " set logged");
    }
    if (!Objects.equals(before.ofType(), after.ofType())) {
      changes.add(after.ofType() == null ? " not of" : " of " + after.ofType());
    }
    if (!Objects.equals(before.accessMethod(), after.accessMethod())) {
      changes.add(
          " set access method "
              + (after.accessMethod() == null ? "heap" : Quoting.identifier(after.accessMethod())));
    }
    Options.changes(before.options(), after.options()).forEach(change -> changes.add(" " + change));
    changes.addAll(rowSecurity(before.rowSecurity(), before.forceRowSecurity(), after));
    String alter = "alter table " + Quoting.qualified(after.id());
    var statements = new ArrayList<Statement>();
    changes.forEach(change -> statements.add(Statement.of(alter + change, exclusive(after.id()))));
    if (before.source() != null
        && after.source() != null
        && !before.source().equals(after.source())) {
      statements.add(
          Statement.of(
              "alter foreign table "
                  + Quoting.qualified(after.id())
                  + ForeignOptions.alter(before.source().options(), after.source().options()),
              exclusive(after.id())));
    }
    if (before.unlogged() != after.unlogged()) {
      statements.addAll(Logging.afterAltering(after, from, to));
    }
    return new Alteration.InPlace(statements, false);
  }

  /** By what a table is partitioned, and which server has its rows, is said once for ever. */
  private static boolean isAnother(Table before, Table after) {
    return !Objects.equals(before.partitionedBy(), after.partitionedBy())
        || !Objects.equals(server(before), server(after));
  }

  private static @Nullable String server(Table table) {
    return table.source() == null ? null : table.source().server();
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
    return !before.isForeign() && (after == null || isAnother(before, after))
        ? "Every row of " + before.id() + " is lost."
        : null;
  }

  static boolean isForeign(ObjectId table, Catalog in) {
    return in.find(table) instanceof Table found && found.isForeign();
  }

  /** Whether reading a table reads rows that are elsewhere, its own or those of a part. */
  static boolean isReadFromElsewhere(ObjectId table, Catalog in) {
    return isForeign(table, in)
        || in.inheritorsOf(table).stream().anyMatch(part -> isReadFromElsewhere(part, in));
  }

  static boolean isPartitioned(ObjectId table, Catalog in) {
    return in.find(table) instanceof Table found && found.isPartitioned();
  }

  /** What nearly every form of ALTER TABLE takes. */
  static Lock exclusive(ObjectId table) {
    return new Lock(LockMode.ACCESS_EXCLUSIVE, table);
  }
}
