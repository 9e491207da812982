package dev.slipway.schema;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.ReferentialAction;
import java.util.List;
import java.util.function.Supplier;

/** A foreign key of a table under definition; it is complete once it {@link #references}. */
public final class ForeignKeyClause {

  private final JooqTable table;
  private ForeignKeySpec spec;

  ForeignKeyClause(JooqTable table, List<String> columns) {
    this.table = table;
    this.spec = new ForeignKeySpec(columns, List.of());
  }

  /**
   * The referenced columns of one table, as in {@code references(() -> ORDERS.shop, () ->
   * ORDERS.number)}; asked only after all classes are loaded.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is copied at once
  public final ForeignKeyClause references(Supplier<? extends Column<?>>... targets) {
    table.parts().requireOpen("Table " + table.displayName());
    spec = spec.to(List.of(targets));
    return this;
  }

  /** What happens to a row when the one it references is deleted. */
  public ForeignKeyClause onDelete(ReferentialAction action) {
    return with(new ReferenceOption.OnDelete(action));
  }

  /** What happens to a row when the key it references changes. */
  public ForeignKeyClause onUpdate(ReferentialAction action) {
    return with(new ReferenceOption.OnUpdate(action));
  }

  /** Lets a transaction defer the check to its commit. */
  public ForeignKeyClause deferrable() {
    return with(new ReferenceOption.Checked(Deferral.INITIALLY_IMMEDIATE));
  }

  /** Defers the check to the commit. */
  public ForeignKeyClause initiallyDeferred() {
    return with(new ReferenceOption.Checked(Deferral.INITIALLY_DEFERRED));
  }

  /** Gives the constraint a name; otherwise the server chooses one. */
  public ForeignKeyClause named(String constraintName) {
    return with(new ReferenceOption.Named(constraintName));
  }

  private ForeignKeyClause with(ReferenceOption option) {
    table.parts().requireOpen("Table " + table.displayName());
    spec = spec.with(option);
    return this;
  }

  ForeignKeySpec spec() {
    return spec;
  }
}
