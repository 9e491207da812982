package app;

/** What a product may cost. */
final class Base {
  static final int LIMIT = 100;

  private Base() {}
}
