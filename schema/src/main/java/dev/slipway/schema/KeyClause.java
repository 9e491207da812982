package dev.slipway.schema;

import dev.slipway.schema.model.DefinedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A primary key or unique constraint of a table under definition. */
public final class KeyClause {

  private final JooqTable table;
  private final List<String> columns;
  private @Nullable String name;
  private boolean nullsNotDistinct;

  KeyClause(JooqTable table, List<String> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Gives the constraint a name; otherwise the server chooses one. */
  public KeyClause named(String constraintName) {
    table.parts().requireOpen("Table " + table.displayName());
    name = constraintName;
    return this;
  }

  /** Makes two nulls count as equal, which a primary key has no use for. */
  public KeyClause nullsNotDistinct() {
    table.parts().requireOpen("Table " + table.displayName());
    nullsNotDistinct = true;
    return this;
  }

  List<String> columns() {
    return columns;
  }

  DefinedKey defined() {
    return new DefinedKey(name, columns, nullsNotDistinct);
  }
}
