package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedPolicy.Command;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.Role;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A row level security policy of a table under definition: permissive, for every command and
 * everyone, until its clauses say otherwise.
 */
public final class PolicyClause {

  private final JooqTable table;
  private final String name;
  private Command command = Command.ALL;
  private boolean restrictive;
  private List<Role> roles = List.of(Role.PUBLIC);
  private @Nullable Expression using;
  private @Nullable Expression withCheck;
  private @Nullable String comment;

  PolicyClause(JooqTable table, String name) {
    this.table = table;
    this.name = name;
  }

  /** For every command. */
  public PolicyClause forAll() {
    open().command = Command.ALL;
    return this;
  }

  /** For reading. */
  public PolicyClause forSelect() {
    open().command = Command.SELECT;
    return this;
  }

  /** For new rows. */
  public PolicyClause forInsert() {
    open().command = Command.INSERT;
    return this;
  }

  /** For changed rows. */
  public PolicyClause forUpdate() {
    open().command = Command.UPDATE;
    return this;
  }

  /** For deleted rows. */
  public PolicyClause forDelete() {
    open().command = Command.DELETE;
    return this;
  }

  /** For these roles; for everyone when it is not called. */
  public PolicyClause to(Role... roleNames) {
    open().roles = List.of(roleNames);
    return this;
  }

  /** Which existing rows are seen, as an SQL condition. */
  public PolicyClause using(String sql) {
    open().using = Expression.of(sql);
    return this;
  }

  /** Which existing rows are seen. */
  public PolicyClause using(Condition condition) {
    open().using = Expression.of(condition);
    return this;
  }

  /** Which new or changed rows may be written, as an SQL condition. */
  public PolicyClause withCheck(String sql) {
    open().withCheck = Expression.of(sql);
    return this;
  }

  /** Which new or changed rows may be written. */
  public PolicyClause withCheck(Condition condition) {
    open().withCheck = Expression.of(condition);
    return this;
  }

  /** For these roles, by name; for everyone when it is not called. */
  public PolicyClause to(String... roleNames) {
    open().roles = Arrays.stream(roleNames).map(Role::of).toList();
    return this;
  }

  /** Gives the policy a comment in the database. */
  public PolicyClause comment(String text) {
    open().comment = text;
    return this;
  }

  /** Makes it narrow what the other policies allow, instead of allowing more. */
  public PolicyClause restrictive() {
    open().restrictive = true;
    return this;
  }

  private PolicyClause open() {
    table.parts().requireOpen("Table " + table.displayName() + ", policy " + name);
    return this;
  }

  DefinedPolicy defined() {
    if (using == null && withCheck == null) {
      throw wrong(
          "it has no condition.",
          "Add using(...) or withCheck(...); using(\"true\") for all rows.");
    }
    if (command == Command.INSERT && using != null) {
      throw wrong("an insert has no existing row to see.", "Write withCheck(...), not using(...).");
    }
    if ((command == Command.SELECT || command == Command.DELETE) && withCheck != null) {
      throw wrong(
          "a select or delete writes no row to check.", "Write using(...), not withCheck(...).");
    }
    if (roles.isEmpty()) {
      throw wrong("it is for no role.", "Name a role, or leave to(...) out for everyone.");
    }
    return new DefinedPolicy(name, command, restrictive, roles, using, withCheck, comment);
  }

  private SlipwayException wrong(String what, String next) {
    return new SlipwayException(
        DefinitionError.POLICY_INVALID,
        "Table " + table.displayName() + ", policy " + name + ": " + what,
        next);
  }
}
