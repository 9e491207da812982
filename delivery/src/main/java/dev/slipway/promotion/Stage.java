package dev.slipway.promotion;

import dev.slipway.error.SlipwayException;

/** What is done in one state. Stateless. */
interface Stage {

  /** The state. */
  State state();

  /**
   * Does it.
   *
   * @param course what it is about
   * @param earlier what became of it before, where the promotion goes on after a stop
   * @throws SlipwayException when it can't be done at all; the promotion stays where it is
   */
  Found run(Course course, Earlier earlier);
}
