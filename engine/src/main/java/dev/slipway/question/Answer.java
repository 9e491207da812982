package dev.slipway.question;

/** What a person says of something that is gone, as it was given: names are not understood yet. */
public sealed interface Answer {

  /** The answer as it was given. */
  String text();

  /**
   * That it has another name.
   *
   * @param text {@code OLD=NEW}, the old name in full, with its kind before it where one name would
   *     not do
   */
  record Renamed(String text) implements Answer {
    @Override
    public String toString() {
      return "--rename " + text;
    }
  }

  /**
   * That it is dropped.
   *
   * @param text its name in full, with its kind before it where one name would not do
   */
  record Dropped(String text) implements Answer {
    @Override
    public String toString() {
      return "--drop " + text;
    }
  }
}
