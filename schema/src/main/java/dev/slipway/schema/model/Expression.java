package dev.slipway.schema.model;

import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/** An SQL expression of a definition: SQL text as it was written, or a jOOQ expression. */
public sealed interface Expression {

  /** The SQL for a dialect: columns without their table, values as literals. */
  String sql(SQLDialect dialect);

  /** An expression given as SQL text. */
  static Expression of(String sql) {
    return new Text(sql);
  }

  /** An expression built with jOOQ. */
  static Expression of(QueryPart part) {
    return new Part(part);
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

    @Override
    public String sql(SQLDialect dialect) {
      return DSL.using(dialect)
          .renderInlined(
              CustomQueryPart.of(
                  context -> context.qualify(false, unqualified -> unqualified.visit(part))));
    }
  }
}
