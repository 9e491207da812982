package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedComposite;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a composite type as a Java record. */
final class CompositeSource {

  private final CompositePlace place;
  private final Places places;
  private final SourceText file;

  private CompositeSource(CompositePlace place, Places places) {
    this.place = place;
    this.places = places;
    this.file = new SourceText(place.packageName());
  }

  /** The text of the file. */
  static String of(CompositePlace place, Places places) {
    return new CompositeSource(place, places).text();
  }

  /**
   * A component's Java type.
   *
   * @param name the type
   * @param sql the type of the attribute where that does not follow from it; else null
   */
  private record Component(String name, @Nullable String sql) {}

  private String text() {
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
      file.add(annotation("dev.slipway.schema.DatabaseType", arguments) + "\n");
    }
    List<String> components = new ArrayList<>();
    for (DefinedComposite.Attribute attribute : place.type().attributes()) {
      components.add("    " + component(attribute));
    }
    return file.add("public record " + place.className() + "(\n")
        .add(String.join(",\n", components) + ") {}\n")
        .text();
  }

  private String annotation(String type, List<String> arguments) {
    return "@" + file.use(type) + "(" + String.join(", ", arguments) + ")";
  }

  private String component(DefinedComposite.Attribute attribute) {
    String field = String.valueOf(place.components().get(attribute.name()));
    Component type = of(attribute.type());
    List<String> arguments = new ArrayList<>();
    if (!Names.gives(field, attribute.name())) {
      arguments.add("name = " + JavaText.quoted(attribute.name()));
    }
    if (type.sql != null) {
      arguments.add("type = " + JavaText.quoted(type.sql));
    }
    if (attribute.comment() != null) {
      arguments.add("comment = " + JavaText.quoted(attribute.comment()));
    }
    String annotated =
        arguments.isEmpty()
            ? ""
            : annotation("dev.slipway.schema.DatabaseAttribute", arguments) + " ";
    return annotated + type.name + " " + field;
  }

  private Component of(ColumnType type) {
    if (type instanceof ColumnType.Named(String sql) && !isKnown(sql)) {
      return new Component("String", sql);
    }
    TypeWord word = TypeWord.of(type, places, file);
    return switch (type) {
      case ColumnType.Basic basic ->
          new Component(word.valueType(), basic == ColumnType.Basic.VARCHAR ? "varchar" : null);
      case ColumnType.Decimal decimal ->
          new Component(
              word.valueType(), "numeric(" + decimal.precision() + ", " + decimal.scale() + ")");
      case ColumnType.Varchar varchar ->
          new Component(word.valueType(), "varchar(" + varchar.length() + ")");
      case ColumnType.Char character ->
          new Component(word.valueType(), "char(" + character.length() + ")");
      case ColumnType.Temporal temporal ->
          new Component(word.valueType(), word.method() + "(" + temporal.fraction() + ")");
      case ColumnType.Enumeration enumeration -> new Component(word.valueType(), null);
      case ColumnType.OfComposite composite -> new Component(word.valueType(), null);
      case ColumnType.Array array -> {
        Component element = of(array.element());
        yield new Component(
            file.use("java.util.List") + "<" + element.name + ">",
            element.sql == null ? null : element.sql + "[]");
      }
      case ColumnType.Named named -> new Component(word.valueType(), null);
      case ColumnType.OfDomain domain -> throw new IllegalStateException("a domain is named");
      case ColumnType.OfExtension extension ->
          throw new IllegalStateException("a type of an extension is named");
    };
  }

  /** The types that a Java type of a component stands for by itself: see {@code JavaTypes}. */
  private static boolean isKnown(String sql) {
    return List.of("inet", "point", "xml").contains(sql)
        || NamedTypes.of(sql, new SourceText("none")).valueType().startsWith("Range<");
  }
}
