package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Inheritance as SQL (manual: ALTER TABLE … INHERIT). */
final class InheritanceSql implements ObjectSql<Inheritance> {

  /**
   * Columns that the table shall have only from the other one: a column that is added to the table
   * itself would count as its own for ever, but one that comes from a table which is there just for
   * that does not.
   */
  @Override
  public List<Statement> create(Inheritance inheritance, List<DatabaseObject> within, Catalog in) {
    String inherit = alter(inheritance.table()) + "inherit " + Quoting.qualified(inheritance.of());
    if (within.isEmpty()) {
      return List.of(Statement.of(inherit, locks(inheritance)));
    }
    ObjectId source = inheritance.table().withName(inheritance.table().name() + "__inherited");
    var statements = new ArrayList<Statement>();
    statements.add(
        Statement.of(
            "create table "
                + Quoting.qualified(source)
                + " ("
                + String.join(", ", ownColumnsOfChecks(within, in))
                + ")"));
    statements.add(
        Statement.of(
            alter(inheritance.table()) + "inherit " + Quoting.qualified(source),
            locks(inheritance)));
    for (DatabaseObject part : within) {
      switch (part) {
        case Column column ->
            statements.add(add(inheritance, source, "column", ColumnSql.definition(column, null)));
        case Constraint constraint ->
            statements.add(add(inheritance, source, "", ConstraintSql.definition(constraint)));
        default -> {}
      }
    }
    statements.add(Statement.of(inherit, locks(inheritance)));
    statements.add(
        Statement.of(
            alter(inheritance.table()) + "no inherit " + Quoting.qualified(source),
            locks(inheritance)));
    statements.add(Statement.of("drop table " + Quoting.qualified(source)));
    return statements;
  }

  /** A check comes along with columns that the table has of its own already. */
  private static List<String> ownColumnsOfChecks(List<DatabaseObject> within, Catalog in) {
    var definitions = new TreeMap<ObjectId, String>();
    for (DatabaseObject part : within) {
      if (part instanceof Constraint check) {
        for (String name : check.columns()) {
          ObjectId id = ObjectId.of(Kind.COLUMN, check.id().schema(), check.parent().name(), name);
          if (in.find(id) instanceof Column column && !within.contains(column)) {
            definitions.put(id, Quoting.name(id) + " " + ColumnSql.typeOf(column));
          }
        }
      }
    }
    return List.copyOf(definitions.values());
  }

  @Override
  public List<Statement> create(Inheritance inheritance, List<DatabaseObject> within) {
    return create(inheritance, within, Catalog.empty(Engine.POSTGRESQL));
  }

  private static Statement add(
      Inheritance inheritance, ObjectId source, String what, String definition) {
    return Statement.of(
        (alter(source) + "add " + what).strip() + " " + definition,
        TableSql.exclusive(inheritance.table()));
  }

  /** What the table had from the other one alone stays behind as its own. */
  @Override
  public List<Statement> drop(
      Inheritance inheritance, List<DatabaseObject> along, Catalog in, Catalog to) {
    var statements = new ArrayList<>(drop(inheritance));
    for (DatabaseObject part : along) {
      if (part instanceof Constraint constraint) {
        statements.addAll(new ConstraintSql().drop(constraint));
      }
    }
    for (DatabaseObject part : along) {
      if (part instanceof Column column) {
        statements.addAll(new ColumnSql().drop(column));
      }
    }
    return statements;
  }

  @Override
  public List<Statement> drop(Inheritance inheritance) {
    return List.of(
        Statement.of(
            alter(inheritance.table()) + "no inherit " + Quoting.qualified(inheritance.of()),
            locks(inheritance)));
  }

  /** The place among others follows from which of them are there. */
  @Override
  public Alteration alter(Inheritance before, Inheritance after, Catalog from, Catalog to) {
    return new Alteration.InPlace(List.of(), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static String alter(ObjectId table) {
    return "alter table " + Quoting.qualified(table) + " ";
  }

  private static Lock locks(Inheritance inheritance) {
    return new Lock(LockMode.ACCESS_EXCLUSIVE, inheritance.table());
  }
}
