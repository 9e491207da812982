package dev.slipway.schema;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A primary key or unique constraint of a table under definition. */
public final class KeyClause {

  private final JooqTable table;
  private final List<String> columns;
  private @Nullable String name;
  private boolean nullsNotDistinct;
  private List<String> include = List.of();
  private Map<String, String> options = Map.of();
  private Deferral deferral = Deferral.NOT_DEFERRABLE;
  private @Nullable String comment;

  KeyClause(JooqTable table, List<String> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Gives the constraint a name; otherwise the server chooses one. */
  public KeyClause named(String constraintName) {
    open().name = constraintName;
    return this;
  }

  /** Makes two nulls count as equal, which a primary key has no use for. */
  public KeyClause nullsNotDistinct() {
    open().nullsNotDistinct = true;
    return this;
  }

  /** Further columns to keep in its index, so that a query needs to look nowhere else. */
  public KeyClause include(Column<?>... more) {
    open().include = OwnColumns.names(table, "a key's include", more);
    return this;
  }

  /** Sets a storage parameter of its index, such as {@code fillfactor}. */
  public KeyClause with(String parameter, Object value) {
    open().options = ClauseParts.with(table.place(), options, parameter, value);
    return this;
  }

  /** Lets a transaction defer the check to its commit; no foreign key can reference it then. */
  public KeyClause deferrable() {
    open().deferral = Deferral.INITIALLY_IMMEDIATE;
    return this;
  }

  /** Defers the check to the commit; no foreign key can reference it then. */
  public KeyClause initiallyDeferred() {
    open().deferral = Deferral.INITIALLY_DEFERRED;
    return this;
  }

  /** Gives the constraint, which must have a name, a comment in the database. */
  public KeyClause comment(String text) {
    open().comment = text;
    return this;
  }

  private KeyClause open() {
    table.parts().requireOpen(table.place());
    return this;
  }

  List<String> columns() {
    return columns;
  }

  DefinedKey defined() {
    return new DefinedKey(
        name,
        columns,
        nullsNotDistinct,
        include,
        options,
        deferral,
        ClauseParts.comment(table.place(), "a key", name, comment));
  }
}
