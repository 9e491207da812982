package shop;

final class Settings {
  private Settings() {}

  static int most() {
    return Deeper.most();
  }

  static final class Deeper {
    static int most() {
      return Integer.parseInt(System.getProperty("most", "9"));
    }
  }
}
