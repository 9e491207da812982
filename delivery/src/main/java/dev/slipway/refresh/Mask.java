package dev.slipway.refresh;

/** What becomes of the values of a column. Null stays null with each of them. */
sealed interface Mask {

  /** Invented values of a kind. */
  record Fake(FakeKind kind) implements Mask {}

  /** Letters by other letters and digits by other digits. */
  record KeepFormat() implements Mask {}

  /** Null. */
  record Nothing() implements Mask {}

  /** A keyed hash. */
  record Hash() implements Mask {}

  /** One value for all. */
  record Fixed(String value) implements Mask {}

  /** What it is: declared not to be personal. */
  record Keep() implements Mask {}

  /** As the file says it. */
  default String words() {
    return switch (this) {
      case Fake(FakeKind kind) -> "fake: " + kind.word();
      case KeepFormat format -> "keep format";
      case Nothing nothing -> "null";
      case Hash hash -> "hash";
      case Fixed fixed -> "fixed";
      case Keep keep -> "keep";
    };
  }
}
