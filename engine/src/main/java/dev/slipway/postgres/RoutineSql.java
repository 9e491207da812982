package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Routine;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/**
 * Functions and procedures as SQL (manual: CREATE FUNCTION, CREATE PROCEDURE).
 *
 * <p>A body that is a text is not looked into: the planner runs with {@code check_function_bodies}
 * off. The statements take no lock on a table.
 */
final class RoutineSql implements ObjectSql<Routine> {

  @Override
  public String systemCatalog() {
    return "pg_proc";
  }

  @Override
  public String target(ObjectId id) {
    return "routine " + Signature.qualified(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "routine " + Signature.qualified(id);
  }

  @Override
  public List<Statement> create(Routine routine, List<DatabaseObject> within) {
    return List.of(Statement.of(routine.definition()));
  }

  @Override
  public List<Statement> drop(Routine routine) {
    return List.of(
        Statement.of(
            (routine.form() == Routine.Form.PROCEDURE ? "drop procedure " : "drop function ")
                + Signature.qualified(routine.id())));
  }

  @Override
  public Alteration alter(Routine before, Routine after, Catalog from, Catalog to) {
    boolean replaces =
        before.form() == after.form()
            && before.result().equals(after.result())
            && RoutineArguments.canReplace(before.arguments(), after.arguments());
    return replaces
        ? new Alteration.InPlace(create(after, List.of()), false)
        : new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter routine "
                + Signature.qualified(from)
                + " rename to "
                + Quoting.identifier(Signature.of(to).name())));
  }
}
