package dev.slipway.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an environment is watched after a change. A limit that is null is not set: the figure is
 * measured all the same.
 *
 * @param length for how long
 * @param every how long from one sample to the next
 * @param inARow how many samples in succession have to be over a limit until that counts
 * @param health the addresses that are asked
 * @param lockWaits the most sessions that may wait for a lock for longer than {@code waiting}
 * @param waiting how long a session may wait for a lock before it is counted
 * @param lag the longest time that a replica may be behind
 * @param connections the largest share of all connections, 0 to 1, that may be in use
 * @param slower by which factor a statement may take longer than before
 * @param deadlocks the most deadlocks in the whole time
 * @param rollbacks the largest share of transactions, 0 to 1, that may end by a rollback from one
 *     sample to the next
 */
public record WatchSettings(
    Duration length,
    Duration every,
    int inARow,
    List<HealthLimits> health,
    @Nullable Integer lockWaits,
    Duration waiting,
    @Nullable Duration lag,
    @Nullable Double connections,
    @Nullable Double slower,
    @Nullable Integer deadlocks,
    @Nullable Double rollbacks) {

  /** Copies the list. */
  public WatchSettings {
    health = List.copyOf(health);
  }

  /** Ten minutes, a sample each ten seconds, three in a row; no limits. */
  public static WatchSettings standard() {
    return new WatchSettings(
        Duration.ofMinutes(10),
        Duration.ofSeconds(10),
        3,
        List.of(),
        null,
        Duration.ofSeconds(1),
        null,
        null,
        null,
        null,
        null);
  }

  /** The same for another time; null for what stays. */
  public WatchSettings with(@Nullable Duration otherLength, @Nullable Duration otherEvery) {
    return new WatchSettings(
        Objects.requireNonNullElse(otherLength, length),
        Objects.requireNonNullElse(otherEvery, every),
        inARow,
        health,
        lockWaits,
        waiting,
        lag,
        connections,
        slower,
        deadlocks,
        rollbacks);
  }

  /** Whether there is time for as many samples as have to be over a limit. */
  public boolean isLongEnough() {
    return every.multipliedBy(inARow - 1L).compareTo(length) <= 0;
  }

  /** Whether anything has a limit. */
  public boolean hasLimits() {
    return Stream.of(lockWaits, lag, connections, slower, deadlocks, rollbacks)
            .anyMatch(Objects::nonNull)
        || health.stream().anyMatch(each -> each.errors() != null || each.p95() != null);
  }
}
