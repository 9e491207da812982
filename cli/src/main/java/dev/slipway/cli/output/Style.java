package dev.slipway.cli.output;

/** Colors of a terminal, or none of them. Immutable. */
public final class Style {

  /** Leaves every text as it is. */
  public static final Style PLAIN = new Style(false);

  /** Colors with the 8 colors that every theme sets. */
  public static final Style COLORED = new Style(true);

  private final boolean colored;

  private Style(boolean colored) {
    this.colored = colored;
  }

  /** What matters most. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** What can be skipped. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** What went well. */
  public String good(String text) {
    return paint("32", text);
  }

  /** What needs a look. */
  public String warning(String text) {
    return paint("33", text);
  }

  /** What went wrong, or loses data. */
  public String bad(String text) {
    return paint("1;31", text);
  }

  /** Code: SQL, names of files, what can be typed. */
  public String code(String text) {
    return paint("36", text);
  }

  /** A literal within code. */
  public String literal(String text) {
    return paint("35", text);
  }

  /** SQL with a color for each sort of word. */
  public String sql(String text) {
    return colored ? SqlColors.of(this, text) : text;
  }

  /** Whether texts get colors. */
  public boolean isColored() {
    return colored;
  }

  private String paint(String color, String text) {
    return colored && !text.isEmpty() ? "\u001b[" + color + "m" + text + "\u001b[0m" : text;
  }
}
