package dev.slipway.postgres;

import dev.slipway.schema.model.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** How sequences count, in the words of a definition: what is usual is not said. */
final class DescribedCounting {

  private DescribedCounting() {}

  /** The options of a sequence whose values are of a type; its name is null. */
  static SequenceOptions of(dev.slipway.catalog.SequenceOptions options, String type) {
    boolean isUp = options.increment() > 0;
    long greatest = isUp ? greatest(type) : -1;
    long least = isUp ? 1 : -greatest(type) - 1;
    return new SequenceOptions(
        null,
        unless(options.start(), isUp ? options.min() : options.max()),
        unless(options.increment(), 1),
        unless(options.min(), least),
        unless(options.max(), greatest),
        unless(options.cache(), 1),
        options.cycle());
  }

  private static @Nullable Long unless(long value, long usual) {
    return value == usual ? null : value;
  }

  private static long greatest(String type) {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
