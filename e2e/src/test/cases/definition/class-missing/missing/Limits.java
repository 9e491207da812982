package app;

/** Is there when the table is compiled, and not when it is loaded. */
public final class Limits {
  static int most() {
    return 10;
  }
}
