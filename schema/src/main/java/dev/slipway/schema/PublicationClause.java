package dev.slipway.schema;

import dev.slipway.schema.model.DefinedPublication;
import dev.slipway.schema.model.Expression;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** That a table under definition is a member of a publication. */
public final class PublicationClause {

  private final JooqTable table;
  private final String publication;
  private List<String> columns = List.of();
  private @Nullable Expression where;

  PublicationClause(JooqTable table, String publication) {
    this.table = table;
    this.publication = publication;
  }

  /** The columns that are published; all otherwise. */
  public PublicationClause columns(Column<?>... published) {
    open().columns = OwnColumns.names(table, "a publication", published);
    return this;
  }

  /** The rows that are published. */
  public PublicationClause where(Condition condition) {
    open().where = Expression.of(condition);
    return this;
  }

  /** The rows that are published, as an SQL condition. */
  public PublicationClause where(String sql) {
    open().where = Expression.of(sql);
    return this;
  }

  private PublicationClause open() {
    table.parts().requireOpen(table.place());
    return this;
  }

  String publication() {
    return publication;
  }

  DefinedPublication.Member defined() {
    return new DefinedPublication.Member(publication, columns, where);
  }
}
