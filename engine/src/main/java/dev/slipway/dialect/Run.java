package dev.slipway.dialect;

import java.time.Duration;
import java.util.List;
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
   * @param steps what each statement cost; empty where that was not measured
   * @param sql the statements, where no migration holds them
   */
  public record Part(
      String name,
      Direction direction,
      int statements,
      Duration duration,
      List<Step> steps,
      @Nullable String sql) {

    /** Copies the list. */
    public Part {
      steps = List.copyOf(steps);
    }

    /** How long it waited for locks in all. */
    public Duration waited() {
      return Step.waited(steps);
    }
  }

  /**
   * What one statement cost, with the attempts in which it gave way to others.
   *
   * @param number which one of the part's statements it is, from 1
   * @param duration how long it ran in all
   * @param waited how much of that it waited for locks that others held, exact to 50 milliseconds;
   *     waits that end within the first tenth of a second are not seen
   */
  public record Step(int number, Duration duration, Duration waited) {

    /** How long steps waited for locks in all. */
    public static Duration waited(List<Step> steps) {
      return steps.stream().map(Step::waited).reduce(Duration.ZERO, Duration::plus);
    }
  }
}
