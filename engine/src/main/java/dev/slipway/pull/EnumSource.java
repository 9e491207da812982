package dev.slipway.pull;

import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Prints an enum type as a Java enum. */
final class EnumSource {

  private EnumSource() {}

  /** The text of the file. */
  static String of(EnumPlace place) {
    var file = new SourceText(place.packageName());
    QualifiedName name = place.type().name();
    List<String> arguments = new ArrayList<>();
    if (!Names.gives(place.className(), name.name())) {
      arguments.add("name = " + JavaText.quoted(name.name()));
    }
    if (name.schema() != null) {
      arguments.add("schema = " + JavaText.quoted(name.schema()));
    }
    if (place.type().comment() != null) {
      arguments.add("comment = " + JavaText.quoted(place.type().comment()));
    }
    if (!arguments.isEmpty()) {
      String annotation = file.use("dev.slipway.schema.DatabaseEnum");
      file.add("@" + annotation + "(" + String.join(", ", arguments) + ")\n");
    }
    file.add("public enum " + place.className() + " {\n");
    List<String> constants = new ArrayList<>();
    place
        .constants()
        .forEach((value, constant) -> {
          boolean isItself = value.equals(constant);
          String annotation =
              isItself
                  ? ""
                  : "  @"
                      + file.use("dev.slipway.schema.DatabaseValue")
                      + "("
                      + JavaText.quoted(value)
                      + ")\n";
          constants.add(annotation + "  " + constant);
        });
    return file.add(String.join(",\n", constants) + "\n}\n").text();
  }
}
