package dev.slipway.migration;

import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptParts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long single statements of a script may take: {@code -- slipway: timeout: 30s} is said about
 * the statement that follows it.
 */
final class StatementTimeout {

  static final String NAME = "timeout";
  static final String FORM = "-- slipway: timeout: TIME";

  private StatementTimeout() {}

  /** The times by the number of the statement, from 0. */
  static Map<Integer, Duration> of(ScriptParts parts) {
    Map<Integer, Duration> times = new HashMap<>();
    for (Directive directive : parts.directives()) {
      Duration time = directive.name().equals(NAME) ? TimeText.parse(directive.argument()) : null;
      int statement = time == null ? -1 : Directives.statementAfter(parts, directive);
      if (time != null && statement >= 0) {
        times.put(statement, time);
      }
    }
    return times;
  }
}
