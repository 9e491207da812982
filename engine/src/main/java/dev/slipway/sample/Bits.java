package dev.slipway.sample;

import org.jspecify.annotations.Nullable;

/** Values of truth, bytes, bits and identifiers (manual, 8.4, 8.6, 8.10 and 8.12). */
final class Bits {

  private Bits() {}

  static @Nullable String of(SampleType type, int typmod, Draw draw) {
    return switch (type.plain()) {
      case "bool" -> (draw.number() + draw.roll()) % 2 == 0 ? "true" : "false";
      case "bytea" -> "\\x" + "%08x".formatted(draw.key() + draw.roll());
      case "bit", "varbit" -> bits(type.plain().equals("bit") && typmod < 0 ? 1 : typmod, draw);
      case "uuid" -> "00000000-0000-4000-8000-%012d".formatted(draw.key() + 1000L * draw.roll());
      default -> null;
    };
  }

  private static String bits(int length, Draw draw) {
    String bits = "%16s".formatted(Integer.toBinaryString(draw.key() + draw.roll()));
    String padded = bits.replace(' ', '0');
    if (length < 0) {
      return padded;
    }
    return length <= padded.length()
        ? padded.substring(padded.length() - length)
        : "0".repeat(length - padded.length()) + padded;
  }
}
