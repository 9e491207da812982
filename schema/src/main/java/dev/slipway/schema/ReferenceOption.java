package dev.slipway.schema;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.ReferentialAction;

/**
 * A clause of a column's {@link Column#references foreign key}, made by {@link
 * TableDefinition#onDelete onDelete}, {@link TableDefinition#onUpdate onUpdate}, {@link
 * TableDefinition#deferrable deferrable}, {@link TableDefinition#initiallyDeferred
 * initiallyDeferred} or {@link TableDefinition#named named}.
 */
public sealed interface ReferenceOption {

  /**
   * What happens when the referenced row is deleted.
   *
   * @param action the action
   */
  record OnDelete(ReferentialAction action) implements ReferenceOption {}

  /**
   * What happens when the referenced key changes.
   *
   * @param action the action
   */
  record OnUpdate(ReferentialAction action) implements ReferenceOption {}

  /**
   * When the constraint is checked.
   *
   * @param deferral the moment
   */
  record Checked(Deferral deferral) implements ReferenceOption {}

  /**
   * The constraint's name.
   *
   * @param name the name
   */
  record Named(String name) implements ReferenceOption {}
}
