package shop;

/** Of the same folder, but nothing of the definition. */
final class Application {
  private Application() {}

  static String home() {
    return System.getProperty("user.home");
  }
}
