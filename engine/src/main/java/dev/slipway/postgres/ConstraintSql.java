package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constraints as SQL (manual: ALTER TABLE). */
final class ConstraintSql implements ObjectSql<Constraint> {
  @Override
  public String systemCatalog() {
    return "pg_constraint";
  }

  @Override
  public String target(ObjectId id) {
    return "constraint " + Quoting.name(id) + " on " + Quoting.qualified(id);
  }

  /** The constraint as it is written within CREATE TABLE and behind ADD. */
  static String definition(Constraint constraint) {
    String definition = constraint.definition();
    int end = definition.indexOf(" WHERE (");
    if (constraint.type() != Constraint.Type.EXCLUSION || end < 0) {
      end = definition.indexOf(" DEFERRABLE");
    }
    end = end < 0 ? definition.length() : end;
    return "constraint "
        + Quoting.name(constraint.id())
        + " "
        + definition.substring(0, end)
        + Options.with(constraint.options())
        + definition.substring(end)
        + (constraint.notEnforced() ? " not enforced" : "");
  }

  @Override
  public List<Statement> create(Constraint constraint, List<DatabaseObject> within) {
    return create(constraint, alter(constraint.id()));
  }

  /** The keys of partitions are objects of their own, and are attached to it one by one. */
  @Override
  public List<Statement> create(Constraint constraint, List<DatabaseObject> within, Catalog in) {
    if (constraint.type().hasIndex() && TableSql.isPartitioned(constraint.parent(), in)) {
      return create(constraint, "alter table only " + Quoting.qualified(constraint.id()) + " ");
    }
    var statements = new ArrayList<>(create(constraint, within));
    for (DatabaseObject part : within) {
      if (part instanceof Constraint heir
          && heir.validated()
          && !constraint.validated()
          && !constraint.notEnforced()) {
        statements.add(validate(heir));
      }
    }
    return statements;
  }

  static Statement validate(Constraint constraint) {
    return new Statement(
        alter(constraint.id()) + "validate constraint " + Quoting.name(constraint.id()),
        both(constraint, LockMode.SHARE_UPDATE_EXCLUSIVE, LockMode.ROW_SHARE),
        true);
  }

  /** So that rows which are there are not asked. */
  static Statement notValid(Constraint constraint) {
    return add(constraint, alter(constraint.id()), " not valid");
  }

  private static List<Statement> create(Constraint constraint, String alter) {
    boolean isAsked = constraint.validated() || constraint.notEnforced();
    return List.of(add(constraint, alter, isAsked ? "" : " not valid"));
  }

  private static Statement add(Constraint constraint, String alter, String end) {
    String sql = alter + "add " + definition(constraint) + end;
    return new Statement(
        sql,
        constraint.type() == Constraint.Type.FOREIGN_KEY
            ? both(constraint, LockMode.SHARE_ROW_EXCLUSIVE, LockMode.SHARE_ROW_EXCLUSIVE)
            : both(constraint, LockMode.ACCESS_EXCLUSIVE, LockMode.ACCESS_SHARE),
        true);
  }

  @Override
  public List<Statement> drop(Constraint constraint) {
    return List.of(
        new Statement(
            alter(constraint.id()) + "drop constraint " + Quoting.name(constraint.id()),
            both(constraint, LockMode.ACCESS_EXCLUSIVE, LockMode.ACCESS_EXCLUSIVE),
            true));
  }

  /**
   * Only that it holds for every row can be said of a constraint that is there, and of a foreign
   * key when it is asked, which no row is looked at for, and whether it is enforced; then the
   * server looks at every row.
   */
  @Override
  public Alteration alter(Constraint before, Constraint after, Catalog from, Catalog to) {
    boolean isOtherwiseEnforced = before.notEnforced() != after.notEnforced();
    if (!isSameButValidity(before, after)
        || (isOtherwiseEnforced
            ? after.type() != Constraint.Type.FOREIGN_KEY
                || (!after.notEnforced() && !after.validated())
            : before.validated() && !after.validated())) {
      return new Alteration.Recreate();
    }
    var statements = new ArrayList<Statement>();
    if (!before.timing().equals(after.timing())) {
      statements.add(
          new Statement(
              alter(after.id())
                  + "alter constraint "
                  + Quoting.name(after.id())
                  + (after.timing().isEmpty()
                      ? " not deferrable"
                      : after.timing().toLowerCase(Locale.ROOT)),
              both(after, LockMode.ACCESS_EXCLUSIVE, LockMode.ACCESS_EXCLUSIVE),
              true));
    }
    if (isOtherwiseEnforced) {
      statements.add(
          new Statement(
              alter(after.id())
                  + "alter constraint "
                  + Quoting.name(after.id())
                  + (after.notEnforced() ? " not enforced" : " enforced"),
              both(after, LockMode.ACCESS_EXCLUSIVE, LockMode.ACCESS_EXCLUSIVE),
              true));
    } else if (!before.validated() && after.validated()) {
      statements.add(validate(after));
    }
    String index = Quoting.identifier(after.id().schema()) + "." + Quoting.name(after.id());
    Options.changes(before.options(), after.options())
        .forEach(change ->
            statements.add(
                Statement.of(
                    "alter index " + index + " " + change, TableSql.exclusive(after.parent()))));
    return new Alteration.InPlace(statements, false);
  }

  private static boolean isSameButValidity(Constraint before, Constraint after) {
    return before.type() == after.type()
        && before.withoutTiming().equals(after.withoutTiming())
        && (before.type() == Constraint.Type.FOREIGN_KEY || before.timing().equals(after.timing()));
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            alter(from) + "rename constraint " + Quoting.name(from) + " to " + Quoting.name(to),
            TableSql.exclusive(Tables.of(from))));
  }

  @Override
  public List<RowCheck> rowChecks(
      @Nullable Constraint before, Constraint after, Catalog from, Catalog to) {
    boolean isNew = before == null || !isSameButValidity(before, after) || !before.validated();
    return isNew && after.validated() ? ConstraintRowChecks.of(after, from, to) : List.of();
  }

  static String alter(ObjectId id) {
    return "alter table " + Quoting.qualified(id) + " ";
  }

  private static List<Lock> both(Constraint constraint, LockMode own, LockMode referenced) {
    ObjectId table = constraint.parent();
    ObjectId other = constraint.references();
    var locks = new ArrayList<Lock>();
    locks.add(new Lock(own, table));
    if (other != null && !other.equals(table)) {
      locks.add(new Lock(referenced, other));
    }
    return locks;
  }
}
