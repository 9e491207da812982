package dev.slipway.dialect;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration is that is neither whole nor absent. A target has one at the most.
 *
 * @param migration its name
 * @param direction whether it is being applied or taken back
 * @param segments the segments that were begun, in their order; only the last one may be undone
 */
public record Advance(String migration, Run.Direction direction, List<SegmentRecord> segments) {

  /** Copies the segments. */
  public Advance {
    segments = List.copyOf(segments);
  }

  /** The segments whose end was recorded. */
  public List<SegmentRecord> done() {
    return segments.stream().filter(SegmentRecord::isDone).toList();
  }

  /** The segment that was begun and whose end was not recorded; null when there is none. */
  public @Nullable SegmentRecord open() {
    return segments.stream().filter(segment -> !segment.isDone()).findFirst().orElse(null);
  }

  /** How long the segments took whose end was recorded. */
  public Duration duration() {
    return segments.stream().map(SegmentRecord::duration).reduce(Duration.ZERO, Duration::plus);
  }
}
