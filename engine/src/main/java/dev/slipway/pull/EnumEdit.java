package dev.slipway.pull;

import java.util.List;

/** Brings new values into the Java enum of an enum type. */
final class EnumEdit {

  private EnumEdit() {}

  /**
   * The text of the enum with the values that it lacks.
   *
   * @param parsed the enum
   * @param now the type as it shall be, with the constants of new values too
   * @param unplaced what is found no place for
   */
  static String apply(Parsed.EnumClass parsed, EnumPlace now, Unplaced unplaced) {
    List<String> old = parsed.constants().stream().map(Parsed.Constant::value).toList();
    List<String> values = now.type().values();
    if (!values.stream().filter(old::contains).toList().equals(old)) {
      unplaced.write(
          parsed.file(), "its constants stand for the values, in this order:", values.toString());
      return parsed.text();
    }
    var edits = new TextEdits(parsed.text());
    Parsed.Constant last = null;
    for (String value : values) {
      if (old.contains(value)) {
        last = parsed.constants().get(old.indexOf(value));
      } else {
        boolean isImported = parsed.text().contains("import dev.slipway.schema.DatabaseValue;");
        String annotation = isImported ? "DatabaseValue" : "dev.slipway.schema.DatabaseValue";
        String constant = constant(value, now, annotation);
        if (last == null) {
          edits.insert(parsed.constants().get(0).span().start(), constant.strip() + ",\n  ");
        } else {
          edits.insert(last.span().end(), ",\n" + constant);
        }
      }
    }
    return edits.after();
  }

  private static String constant(String value, EnumPlace place, String annotation) {
    String name = String.valueOf(place.constants().get(value));
    return name.equals(value)
        ? "  " + name
        : "  @" + annotation + "(" + JavaText.quoted(value) + ")\n  " + name;
  }
}
