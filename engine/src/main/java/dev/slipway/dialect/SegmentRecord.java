package dev.slipway.dialect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger about a segment of a migration that is partly applied or taken back.
 *
 * @param entry which part of the script it is
 * @param begunAt when it was begun, by the server's clock
 * @param doneAt when its end was recorded; null when it was not
 * @param by the role that ran it
 * @param mark what was noted before it ran; empty for segments that are transactions
 * @param duration how long its statements took; zero when its end was not recorded
 */
public record SegmentRecord(
    SegmentEntry entry,
    Instant begunAt,
    @Nullable Instant doneAt,
    String by,
    String mark,
    Duration duration) {

  /** Whether its end was recorded. */
  public boolean isDone() {
    return doneAt != null;
  }
}
