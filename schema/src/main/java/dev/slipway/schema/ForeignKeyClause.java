package dev.slipway.schema;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.QualifiedName;
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
    table.parts().requireOpen(table.place());
    spec = spec.to(new ForeignKeySpec.Target.Columns(List.of(targets)));
    return this;
  }

  /**
   * The referenced columns of a table that is not part of the definition, such as the platform's
   * {@code auth.users}.
   */
  public ForeignKeyClause referencesOther(String schema, String name, String... columns) {
    table.parts().requireOpen(table.place());
    spec =
        spec.to(
            new ForeignKeySpec.Target.Foreign(new QualifiedName(schema, name), List.of(columns)));
    return this;
  }

  /** What happens to a row when the one it references is deleted. */
  public ForeignKeyClause onDelete(ReferentialAction action) {
    return with(new ReferenceOption.OnDelete(action, List.of()));
  }

  /** The same, setting only some of the columns. */
  public ForeignKeyClause onDelete(ReferentialAction action, Column<?>... set) {
    return with(new ReferenceOption.OnDelete(action, List.of(set)));
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

  /** Lets a row reference only with all columns, or with none. */
  public ForeignKeyClause matchFull() {
    return with(ReferenceOption.Match.FULL);
  }

  /** Gives the constraint, which must have a name, a comment in the database. */
  public ForeignKeyClause comment(String text) {
    return with(new ReferenceOption.Commented(text));
  }

  /** Gives the constraint a name; otherwise the server chooses one. */
  public ForeignKeyClause named(String constraintName) {
    return with(new ReferenceOption.Named(constraintName));
  }

  private ForeignKeyClause with(ReferenceOption option) {
    table.parts().requireOpen(table.place());
    spec = spec.with(option);
    return this;
  }

  ForeignKeySpec spec() {
    return spec;
  }
}
