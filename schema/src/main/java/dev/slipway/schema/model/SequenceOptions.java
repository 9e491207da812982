package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence, or the one of an identity column, counts; what is null is left to the engine:
 * from 1, by 1, to the greatest value of its type.
 *
 * @param name the name of an identity column's sequence, or null for the server's choice
 * @param start the first value
 * @param increment the step, not 0
 * @param least the least value
 * @param greatest the greatest value
 * @param cache how many values a session takes at once
 * @param cycles whether it begins anew after its last value
 */
public record SequenceOptions(
    @Nullable String name,
    @Nullable Long start,
    @Nullable Long increment,
    @Nullable Long least,
    @Nullable Long greatest,
    @Nullable Long cache,
    boolean cycles) {

  /** Everything left to the engine. */
  public static final SequenceOptions DEFAULT =
      new SequenceOptions(null, null, null, null, null, null, false);

  /** Names the sequence of an identity column. */
  public SequenceOptions named(String sequence) {
    return new SequenceOptions(sequence, start, increment, least, greatest, cache, cycles);
  }

  /** The first value. */
  public SequenceOptions startWith(long value) {
    return new SequenceOptions(name, value, increment, least, greatest, cache, cycles);
  }

  /** The step; negative to count down. */
  public SequenceOptions incrementBy(long value) {
    return new SequenceOptions(name, start, value, least, greatest, cache, cycles);
  }

  /** The least value. */
  public SequenceOptions minValue(long value) {
    return new SequenceOptions(name, start, increment, value, greatest, cache, cycles);
  }

  /** The greatest value. */
  public SequenceOptions maxValue(long value) {
    return new SequenceOptions(name, start, increment, least, value, cache, cycles);
  }

  /** How many values a session takes at once; what it does not use is lost. */
  public SequenceOptions cache(long values) {
    return new SequenceOptions(name, start, increment, least, greatest, values, cycles);
  }

  /** Begins anew after the last value. */
  public SequenceOptions cycle() {
    return new SequenceOptions(name, start, increment, least, greatest, cache, true);
  }
}
