package dev.slipway.sample;

import org.jspecify.annotations.Nullable;

/** Values of network addresses (manual, 8.9). */
final class Addresses {

  private Addresses() {}

  static @Nullable String of(SampleType type, Draw draw) {
    int low = 1 + (draw.number() + draw.roll()) % 250;
    return switch (type.plain()) {
      case "inet" -> draw.roll() % 2 == 0 ? "10.20.0." + low : "2001:db8::" + low;
      case "cidr" -> "10.20." + low + ".0/24";
      case "macaddr" -> "08:00:2b:01:02:%02x".formatted(low);
      case "macaddr8" -> "08:00:2b:01:02:03:04:%02x".formatted(low);
      default -> null;
    };
  }
}
