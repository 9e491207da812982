package dev.slipway.pull;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types that the definition knows by the name which the server gives them: see {@code
 * ValueType}.
 */
final class NamedTypes {

  private static final String VALUES = "dev.slipway.schema.value.";

  /** As text in Java. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("macaddr", "macaddr"),
          Map.entry("macaddr8", "macaddr8"),
          Map.entry("tsvector", "tsvector"),
          Map.entry("tsquery", "tsquery"),
          Map.entry("money", "money"),
          Map.entry("bit varying", "varbit"));

  private static final Map<String, String> CLASSES =
      Map.of(
          "inet", VALUES + "Inet",
          "cidr", VALUES + "Inet",
          "point", VALUES + "Point",
          "xml", "org.jooq.XML");

  /** The bounds of ranges; a multirange is called likewise. */
  private static final Map<String, String> BOUNDS =
      Map.of(
          "int4", "java.lang.Integer",
          "int8", "java.lang.Long",
          "num", "java.math.BigDecimal",
          "date", "java.time.LocalDate",
          "ts", "java.time.LocalDateTime",
          "tstz", "java.time.OffsetDateTime");

  private static final Pattern RANGE = Pattern.compile("([a-z0-9]+?)(multi)?range");
  private static final Pattern BITS = Pattern.compile("bit( varying)?\\((\\d+)\\)");

  private NamedTypes() {}

  /** The words for a type. */
  static TypeWord of(String sql, SourceText file) {
    String text = TEXTS.get(sql);
    if (text != null) {
      return TypeWord.plain(text, "String");
    }
    String type = CLASSES.get(sql);
    if (type != null) {
      return TypeWord.plain(sql, file.use(type));
    }
    Matcher bits = BITS.matcher(sql);
    if (bits.matches()) {
      return TypeWord.plain(bits.group(1) == null ? "bit" : "varbit", "String").with(bits.group(2));
    }
    Matcher range = RANGE.matcher(sql);
    String bound = range.matches() ? BOUNDS.get(range.group(1)) : null;
    if (bound != null) {
      String name = range.group(2) == null ? "Range" : "Multirange";
      return TypeWord.plain(sql, file.use(VALUES + name) + "<" + file.use(bound) + ">");
    }
    return TypeWord.custom(sql);
  }
}
