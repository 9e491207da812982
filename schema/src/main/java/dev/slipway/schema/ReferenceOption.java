package dev.slipway.schema;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.ReferentialAction;
import java.util.List;

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
   * @param columns the columns that it sets; none for all
   */
  record OnDelete(ReferentialAction action, List<Column<?>> columns) implements ReferenceOption {

    /** Keeps a copy of the list. */
    public OnDelete {
      columns = List.copyOf(columns);
    }
  }

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

  /** Whether a row references only with all columns or with none. */
  enum Match implements ReferenceOption {
    /** With all columns or with none. */
    FULL
  }

  /**
   * The constraint's comment; it needs a name.
   *
   * @param text the comment
   */
  record Commented(String text) implements ReferenceOption {}

  /**
   * The constraint's name.
   *
   * @param name the name
   */
  record Named(String name) implements ReferenceOption {}
}
