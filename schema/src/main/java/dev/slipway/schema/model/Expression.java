package dev.slipway.schema.model;

import org.jooq.Context;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/**
 * An SQL expression of a definition: SQL text as it was written, or a jOOQ expression.
 *
 * <p>In the SQL of a jOOQ expression values are literals, and the table's own columns stand without
 * their table; but in a subquery they keep it, where a column of the subquery could have their
 * name.
 */
public sealed interface Expression {

  /** The SQL for a dialect. */
  String sql(SQLDialect dialect);

  /** An expression given as SQL text. */
  static Expression of(String sql) {
    return new Text(sql);
  }

  /** An expression built with jOOQ. */
  static Expression of(QueryPart part) {
    return new Part(part);
  }

  /** Whether a column that is being rendered stands without its table. */
  static boolean omitsTable(Context<?> context) {
    return context.data(Part.MARK) != null && !context.subquery();
  }

  /**
   * SQL text; it passes untouched.
   *
   * @param text the SQL
   */
  record Text(String text) implements Expression {

    @Override
    public String sql(SQLDialect dialect) {
      return text;
    }
  }

  /**
   * A jOOQ expression.
   *
   * @param part the field or condition
   */
  record Part(QueryPart part) implements Expression {

    // jOOQ's own qualify(false) would take the schema from functions and types, too.
    private static final Object MARK = Part.class;

    @Override
    public String sql(SQLDialect dialect) {
      return DSL.using(dialect)
          .renderInlined(
              CustomQueryPart.of(context -> {
                context.data(MARK, true);
                context.visit(part);
              }));
    }
  }
}
