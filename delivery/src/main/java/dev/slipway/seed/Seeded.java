package dev.slipway.seed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the seeds of an environment.
 *
 * @param environment its name
 * @param done whether something could be written; else it was only asked what would be
 * @param seeds each file in its order
 */
public record Seeded(String environment, boolean done, List<One> seeds) {

  /** What became of a file. */
  public enum Outcome {
    /** It was written, or would be. */
    WRITTEN,
    /** It was written before, and is the same. */
    UNCHANGED,
    /** It is for other environments. */
    LEFT_OUT
  }

  /**
   * A file.
   *
   * @param name its path below the folder
   * @param outcome what became of it
   * @param milliseconds how long it took; null where nothing ran
   */
  public record One(String name, Outcome outcome, @Nullable Long milliseconds) {}

  /** Copies the list. */
  public Seeded {
    seeds = List.copyOf(seeds);
  }

  /** How many had some outcome. */
  public long count(Outcome outcome) {
    return seeds.stream().filter(seed -> seed.outcome() == outcome).count();
  }
}
