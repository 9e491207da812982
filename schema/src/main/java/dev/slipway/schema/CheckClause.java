package dev.slipway.schema;

import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.Expression;
import org.jspecify.annotations.Nullable;

/** A check constraint of a table under definition. */
public final class CheckClause {

  private final JooqTable table;
  private final Expression condition;
  private @Nullable String name;
  private @Nullable String comment;
  private boolean inherited = true;

  CheckClause(JooqTable table, @Nullable String name, Expression condition) {
    this.table = table;
    this.name = name;
    this.condition = condition;
  }

  /** Gives the constraint a name; otherwise the server chooses one. */
  public CheckClause named(String constraintName) {
    open().name = constraintName;
    return this;
  }

  /** Keeps it from the tables that inherit from this one. */
  public CheckClause noInherit() {
    open().inherited = false;
    return this;
  }

  /** Gives the constraint, which must have a name, a comment in the database. */
  public CheckClause comment(String text) {
    open().comment = text;
    return this;
  }

  private CheckClause open() {
    table.parts().requireOpen(table.place());
    return this;
  }

  DefinedCheck defined() {
    return new DefinedCheck(
        name,
        condition,
        inherited,
        ClauseParts.comment(table.place(), "a check constraint", name, comment));
  }
}
