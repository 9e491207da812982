package dev.slipway.migration;

import dev.slipway.dialect.Directive;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a script declares is done to sessions that keep it waiting: {@code -- slipway: blockers:
 * terminate after 30s}. Without it nothing is.
 *
 * @param whole whether the session is ended, and not only its statement canceled
 * @param after how long one transaction has to stand in the way before
 */
record BlockerRule(boolean whole, Duration after) {

  static final String NAME = "blockers";
  static final String FORM = "-- slipway: blockers: cancel|terminate after TIME";

  private static final Pattern WORDS =
      Pattern.compile("(cancel|terminate)\\s+after\\s+([0-9]+\\s*[a-z]+)");

  /** The rule of a directive; null when it is not understood. */
  static @Nullable BlockerRule of(Directive directive) {
    Matcher words = WORDS.matcher(directive.argument().toLowerCase(Locale.ROOT));
    Duration after = words.matches() ? TimeText.parse(words.group(2)) : null;
    return after == null ? null : new BlockerRule(words.group(1).equals("terminate"), after);
  }
}
