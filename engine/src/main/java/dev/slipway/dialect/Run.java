package dev.slipway.dialect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One use of the executor, as the ledger remembers it for good.
 *
 * @param command what was asked for: {@code migrate}, {@code rollback}, {@code push}
 * @param from where it is run from: {@code user@host}
 * @param tool the version of Slipway
 */
public record Run(String command, String from, String tool) {

  /** How a run ended. */
  public enum Outcome {
    /** Everything that was asked for is done. */
    DONE,
    /** A part failed; those before it stay. */
    FAILED,
    /** It was told to stop; the parts before it stay. */
    CANCELED,
    /** It ended without a word: its process or its connection died. */
    KILLED
  }

  /** What a part of a run did. */
  public enum Direction {
    /** A migration was applied. */
    UP,
    /** A migration was taken back. */
    DOWN,
    /** Statements ran that are no migration. */
    DIRECT
  }

  /**
   * What one transaction of a run did.
   *
   * @param name the migration's name, or what the statements are called
   * @param direction what was done
   * @param statements how many statements ran
   * @param duration how long they took
   * @param sql the statements, where no migration holds them
   */
  public record Part(
      String name, Direction direction, int statements, Duration duration, @Nullable String sql) {}
}
