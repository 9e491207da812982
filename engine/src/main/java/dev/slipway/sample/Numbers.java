package dev.slipway.sample;

import org.jspecify.annotations.Nullable;

/** Values of numbers (manual, 8.1 and 8.2). */
final class Numbers {

  private Numbers() {}

  static @Nullable String of(SampleType type, int typmod, Draw draw) {
    return switch (type.plain()) {
      case "int2", "int4", "int8", "oid", "xid", "cid" -> String.valueOf(whole(draw));
      case "float4", "float8" -> draw.digits() ? whole(draw) + "" : whole(draw) + ".25";
      case "money" -> whole(draw) + ".25";
      case "numeric" -> numeric(typmod, draw);
      default -> null;
    };
  }

  /** First a key, then what stands for small, negative and middle numbers. */
  static int whole(Draw draw) {
    return switch (draw.roll() % 5) {
      case 0 -> draw.key();
      case 1 -> draw.number() + 1;
      case 2 -> 10 * (draw.number() + 1);
      case 3 -> 40 + draw.number();
      default -> draw.roll() == 4 ? -draw.number() : 30_000 + draw.number();
    };
  }

  /** Precision and scale stand in the modifier (numeric.c, {@code numerictypmodin}). */
  private static String numeric(int typmod, Draw draw) {
    if (typmod < 4) {
      return whole(draw) + (draw.digits() ? "" : ".25");
    }
    int precision = (typmod - 4) >> 16 & 0xffff;
    int scale = ((typmod - 4 & 0x7ff) ^ 1024) - 1024;
    int left = precision - scale;
    int value = left >= 6 ? whole(draw) : draw.number() + 1 + draw.roll() % 7;
    if (scale < 0) {
      return value + "0".repeat(-scale);
    }
    if (left <= 0) {
      String digit = String.valueOf(value % 10);
      return "0." + "0".repeat(-left) + digit;
    }
    int most = (int) Math.pow(10, Math.min(left, 9));
    String fraction = draw.digits() || scale == 0 ? "" : "." + (scale == 1 ? "5" : "25");
    return value % most + fraction;
  }
}
