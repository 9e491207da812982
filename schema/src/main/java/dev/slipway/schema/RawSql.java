package dev.slipway.schema;

import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/**
 * A field of SQL text that passes untouched: jOOQ's plain SQL gives {@code ?} and braces a meaning.
 */
final class RawSql<T> extends CustomField<T> {

  private final String sql;

  RawSql(String sql, DataType<T> type) {
    super(DSL.name(sql), type);
    this.sql = sql;
  }

  @Override
  public void accept(Context<?> context) {
    context.sql(sql);
  }
}
