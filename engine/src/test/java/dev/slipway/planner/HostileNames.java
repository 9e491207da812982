package dev.slipway.planner;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names and texts that break what does not quote them. Each holds its key, so that none is twice.
 */
final class HostileNames {

  private static final List<String> PATTERNS =
      List.of(
          "%s",
          "UP per_%s",
          "quo\"te_%s",
          "apos'%s'",
          "%s\\",
          "\\n%s\\",
          "100%%s %s",
          "new\nline_%s",
          "dol$$lar$body$%s",
          "semi;--%s",
          "/* %s */",
          "dot.ted.%s",
          "par(en)%s(integer, text)",
          "bra{ce}[0]%s[]",
          "com,ma %s",
          " %s ",
          "?%s:x ::y",
          "ünï_漢字_🙂_%s",
          "\"%s\"",
          "select_%s from",
          "%s = @ # & | ~",
          "tab\t%s");

  private HostileNames() {}

  /** The name of a key; plain for a choice of 0 to 49. */
  static String name(String key, int choice) {
    if (choice < 50) {
      return key;
    }
    int pattern = (choice - 50) % (PATTERNS.size() + 1);
    return pattern == PATTERNS.size() ? longest(key) : PATTERNS.get(pattern).replace("%s", key);
  }

  /** A text of a key; it fits a value of an enumerated type. */
  static String text(String key, int choice) {
    return name(key, choice < 20 ? 0 : choice + 50);
  }

  /** 63 bytes, which is as long as a name can be. */
  private static String longest(String key) {
    var name = new StringBuilder(key + "ä");
    while (name.toString().getBytes(StandardCharsets.UTF_8).length < 63) {
      name.append('x');
    }
    return name.toString();
  }
}
