package dev.slipway.verification;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row as text: its values parted by {@code |}, null as {@code null}. */
final class RowText {

  private RowText() {}

  /** The same row with one space around each bar. */
  static String normal(String written) {
    return Arrays.stream(written.split("\\|", -1))
        .map(String::strip)
        .collect(Collectors.joining(" | "));
  }
}
