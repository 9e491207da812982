package dev.slipway.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of a column as the server's catalog has it.
 *
 * @param name its name, quoted and with its schema
 * @param plain its name alone, without quotes
 * @param form what it is made of
 * @param typmod what it says of its own length or precision; -1 where it says nothing
 */
record SampleType(String name, String plain, Form form, int typmod) {

  /** What a type is made of. */
  sealed interface Form {}

  /**
   * A type by itself.
   *
   * @param builtIn whether it is the server's own
   * @param text whether it behaves like a text
   */
  record Base(boolean builtIn, boolean text) implements Form {}

  /** A list of labels. */
  record Labels(List<String> labels) implements Form {}

  /**
   * Another type with conditions.
   *
   * @param of that type
   * @param literals what its conditions compare with
   */
  record Narrowed(SampleType of, Literals literals) implements Form {}

  /** Several values in one. */
  record Parts(List<SampleType> parts) implements Form {}

  /**
   * From one value to another.
   *
   * @param bound their type
   */
  record Between(SampleType bound) implements Form {}

  /**
   * Several ranges.
   *
   * @param range their type
   */
  record Many(SampleType range) implements Form {}

  /** A list of values. */
  record ListOf(SampleType element) implements Form {}

  /** The type at the bottom of domains. */
  SampleType bottom() {
    return form instanceof Narrowed(SampleType of, Literals literals) ? of.bottom() : this;
  }

  /** What the conditions of its domains compare with; null where it is no domain. */
  @Nullable Literals literals() {
    return form instanceof Narrowed(SampleType of, Literals own) ? own.and(of.literals()) : null;
  }
}
