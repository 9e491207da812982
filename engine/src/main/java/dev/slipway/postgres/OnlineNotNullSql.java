package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That columns refuse null, while others go on reading and writing: a check that says the same is
 * validated first, and the server takes its word (manual: ALTER TABLE, SET NOT NULL).
 */
final class OnlineNotNullSql {

  private OnlineNotNullSql() {}

  static @Nullable List<Statement> alter(Column before, Column after, Catalog from, Catalog to) {
    Statement direct = NotNullSql.adding(before, after);
    if (direct == null
        || ColumnSql.isRetyped(before, after)
        || (after.generated() != null && !after.stored())
        || isRow(after, to)
        || TableSql.isForeign(after.parent(), from)
        || !(new ColumnSql().alter(before, after, from, to)
            instanceof Alteration.InPlace inPlace)) {
      return null;
    }
    var statements = new ArrayList<Statement>();
    for (Statement statement : inPlace.statements()) {
      if (statement.equals(direct)) {
        statements.addAll(checkedFirst(after, direct, from, to));
      } else {
        statements.add(statement);
      }
    }
    return statements;
  }

  /** The statements that make a column refuse null in the usual way. */
  static List<Statement> checkedFirst(Column column, Catalog from, Catalog to) {
    return checkedFirst(column, ColumnSql.change(column.id(), "set not null"), from, to);
  }

  private static List<Statement> checkedFirst(
      Column column, Statement direct, Catalog from, Catalog to) {
    ObjectId table = column.parent();
    String check = Quoting.identifier(checkName(column.id(), table, from, to));
    String alter = "alter table " + Quoting.qualified(table) + " ";
    return List.of(
        Statement.of(
            alter
                + "add constraint "
                + check
                + " check ("
                + Quoting.name(column.id())
                + " is not null) not valid",
            TableSql.exclusive(table)),
        Statement.of(
            alter + "validate constraint " + check,
            new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, table)),
        direct,
        Statement.of(alter + "drop constraint " + check, TableSql.exclusive(table)));
  }

  /** Free in the table and in those that inherit from it, on both sides. */
  private static String checkName(ObjectId column, ObjectId table, Catalog from, Catalog to) {
    Set<String> taken = new HashSet<>();
    for (Catalog catalog : List.of(from, to)) {
      collect(table, catalog, taken);
    }
    return AsideNames.free(column.name(), "__not_null", taken);
  }

  private static void collect(ObjectId table, Catalog catalog, Set<String> names) {
    for (DatabaseObject part : catalog.partsOf(table)) {
      if (part instanceof Constraint constraint) {
        names.add(constraint.id().name());
      }
    }
    catalog.inheritorsOf(table).forEach(heir -> collect(heir, catalog, names));
  }

  /** Of a row the check would ask each field, which NOT NULL does not. */
  private static boolean isRow(Column column, Catalog in) {
    return !column.type().endsWith("[]") && isRow(column.id(), column.parent(), in);
  }

  private static boolean isRow(ObjectId user, ObjectId own, Catalog in) {
    return in.dependencies().of(user).stream()
        .anyMatch(need ->
            need.kind() == Kind.COMPOSITE_TYPE
                || need.kind() == Kind.VIEW
                || (need.kind() == Kind.TABLE && !need.equals(own))
                || (need.kind() == Kind.DOMAIN && isRow(need, own, in)));
  }
}
