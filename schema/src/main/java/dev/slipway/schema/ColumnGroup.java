package dev.slipway.schema;

import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.Privilege;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/**
 * Columns and clauses that several tables have alike: the base class of the user's reusable pieces.
 *
 * <pre>{@code
 * public final class Timestamps extends ColumnGroup {
 *   public final Column<OffsetDateTime> createdAt = column(timestamptz()).notNull().defaultSql("now()");
 *   public final Column<OffsetDateTime> updatedAt = column(timestamptz()).notNull().defaultSql("now()");
 *
 *   public Timestamps(TableDefinition table) {
 *     super(table);
 *   }
 * }
 * // and in a table
 * private final Timestamps times = new Timestamps(this);
 * public final Column<OffsetDateTime> createdAt = times.createdAt;
 * }</pre>
 *
 * <p>The columns come where the group is constructed. Types stand alone: {@code timestamptz()} is
 * {@link ValueType#timestamptz()}, to be imported statically. A group that tables have more than
 * once, such as an address, takes a prefix for the names of its columns. Pieces of which a table
 * has only one may as well be an abstract class between it and {@link TableDefinition}.
 */
public abstract class ColumnGroup {

  private final TableDefinition table;
  private final String prefix;

  /** A group of this table. */
  protected ColumnGroup(TableDefinition table) {
    this(table, "");
  }

  /** A group of this table, whose columns' names begin with the prefix. */
  protected ColumnGroup(TableDefinition table, String prefix) {
    this.table = table;
    this.prefix = prefix;
  }

  /** A column of this name. */
  protected final <T> Column<T> column(String name, ValueType<T> type) {
    return table.add(this, prefix, name, type);
  }

  /** A column that is named by its field in the group. */
  protected final <T> Column<T> column(ValueType<T> type) {
    return table.add(this, prefix, null, type);
  }

  /** The table, for what else a group says of it. */
  protected final TableDefinition table() {
    return table;
  }

  /** See {@link TableDefinition#primaryKey}. */
  protected final KeyClause primaryKey(Column<?>... columns) {
    return table.primaryKey(columns);
  }

  /** See {@link TableDefinition#unique}. */
  protected final KeyClause unique(Column<?>... columns) {
    return table.unique(columns);
  }

  /** See {@link TableDefinition#foreignKey}. */
  protected final ForeignKeyClause foreignKey(Column<?>... columns) {
    return table.foreignKey(columns);
  }

  /** See {@link TableDefinition#index}. */
  protected final IndexClause index(OrderField<?>... parts) {
    return table.index(parts);
  }

  /** See {@link TableDefinition#check(Condition)}. */
  protected final CheckClause check(Condition condition) {
    return table.check(condition);
  }

  /** Adds a check constraint of an SQL condition; the server names it. */
  protected final CheckClause check(String sql) {
    return table.addCheck(null, Expression.of(sql));
  }

  /** See {@link TableDefinition#policy}. */
  protected final PolicyClause policy(String name) {
    return table.policy(name);
  }

  /** See {@link TableDefinition#forceRowSecurity}. */
  protected final void forceRowSecurity() {
    table.forceRowSecurity();
  }

  /** See {@link TableDefinition#grant}. */
  protected final GrantClause grant(Privilege... privileges) {
    return table.grant(privileges);
  }

  /** An SQL expression that passes untouched. */
  protected static <T> Field<T> sql(String sql, Class<T> type) {
    return TableDefinition.sql(sql, type);
  }
}
