package dev.slipway.cli;

import java.util.List;
import java.util.Locale;

/** A page for {@code man}, made of the text that help prints (man 7 groff_man). */
final class ManualPage {

  private ManualPage() {}

  /**
   * @param name the name of the page
   * @param help what {@code slipway help} prints
   */
  static String of(String name, String help) {
    List<String> lines = help.lines().toList();
    var page = new StringBuilder();
    page.append(".\\\" made by DocumentationTest from the help of the commands\n");
    page.append(".TH %s 1 \"\" \"Slipway\"\n".formatted(name.toUpperCase(Locale.ROOT)));
    page.append(".SH NAME\n").append(escaped(name + " - " + lines.getFirst())).append('\n');
    boolean isVerbatim = false;
    for (String line : lines.subList(1, lines.size())) {
      boolean isUsage = line.startsWith("Usage: ");
      if (isUsage || (line.endsWith(":") && !line.startsWith(" "))) {
        page.append(isVerbatim ? ".fi\n" : "");
        page.append(".SH ")
            .append(isUsage ? "SYNOPSIS" : line.replace(":", "").toUpperCase(Locale.ROOT))
            .append("\n.nf\n");
        isVerbatim = true;
        if (isUsage) {
          page.append(escaped(line.substring("Usage: ".length()))).append('\n');
        }
      } else if (isVerbatim && line.isBlank()) {
        page.append(".fi\n");
        isVerbatim = false;
      } else if (!line.isBlank()) {
        if (!isVerbatim && !page.toString().contains(".SH DESCRIPTION")) {
          page.append(".SH DESCRIPTION\n");
        }
        page.append(escaped(line.stripTrailing())).append('\n');
      }
    }
    page.append(isVerbatim ? ".fi\n" : "");
    page.append(".SH EXIT STATUS\n");
    page.append(escaped("0 done, 1 something was found, 2 failed, 3 refused, 64 usage,"));
    page.append('\n')
        .append(escaped("78 configuration; docs/exit-codes.md says more."))
        .append('\n');
    return page.toString();
  }

  private static String escaped(String line) {
    String text = line.replace("\\", "\\e").replace("-", "\\-");
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }
}
