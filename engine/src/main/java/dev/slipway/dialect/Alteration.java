package dev.slipway.dialect;

import dev.slipway.plan.Statement;
import java.util.List;

/** How an object becomes another of the same identity. */
public sealed interface Alteration {

  /**
   * By statements that keep the object and what it holds.
   *
   * @param statements the statements in their order
   * @param disturbs whether what depends on the object must be dropped before and created anew
   *     after, such as views of a column whose type changes
   */
  record InPlace(List<Statement> statements, boolean disturbs) implements Alteration {
    /** Copies the statements. */
    public InPlace {
      statements = List.copyOf(statements);
    }
  }

  /**
   * By dropping it and creating it anew, with everything that depends on it; only for what holds no
   * rows.
   */
  record Recreate() implements Alteration {}
}
