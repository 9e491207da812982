package dev.slipway.report;

/** Texts as HTML shows them. */
final class Html {

  private Html() {}

  /** A text in which nothing is markup, within elements and attributes. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
