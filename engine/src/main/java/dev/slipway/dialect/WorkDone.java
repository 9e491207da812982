package dev.slipway.dialect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a database have cost so far.
 *
 * @param statements each by a name that stays the same as long as its text does
 * @param unknown why that is not known; null where it is
 */
public record WorkDone(Map<String, StatementWork> statements, @Nullable String unknown) {

  /** Copies the statements. */
  public WorkDone {
    statements = Map.copyOf(statements);
  }
}
