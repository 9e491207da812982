package dev.slipway.watch;

import dev.slipway.dialect.StatementWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How an environment did before a change.
 *
 * @param at when it was measured
 * @param statements what each statement had cost until then, by a name of its text
 * @param unmeasured what can't be measured there
 */
public record WatchBaseline(
    Instant at, Map<String, StatementWork> statements, List<Unmeasured> unmeasured) {

  /** Copies the collections. */
  public WatchBaseline {
    statements = Map.copyOf(statements);
    unmeasured = List.copyOf(unmeasured);
  }
}
