package dev.slipway.pull;

import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.ReferentialAction;
import java.util.ArrayList;
import java.util.List;

/** Prints foreign keys, as a clause of their column or as one of the table. */
final class ForeignKeySource {

  private final Places places;
  private final SourceText file;
  private final Place from;

  ForeignKeySource(Places places, SourceText file, Place from) {
    this.places = places;
    this.file = file;
    this.from = from;
  }

  /** The clause of a column. */
  String ofColumn(DefinedForeignKey key) {
    List<String> arguments = new ArrayList<>();
    if (key.targetElsewhere()) {
      arguments.addAll(elsewhere(key));
    } else {
      arguments.add(target(key, key.targetColumns().get(0)));
    }
    arguments.addAll(options(key));
    if (key.comment() != null) {
      arguments.add("commented(" + JavaText.quoted(key.comment()) + ")");
    }
    return (key.targetElsewhere() ? "referencesOther(" : "references(")
        + String.join(", ", arguments)
        + ")";
  }

  /** The clause of the table. */
  Chain ofTable(DefinedForeignKey key) {
    var chain = new Chain("foreignKey(" + TableClauses.fields(from, key.columns()) + ")");
    List<String> targets =
        key.targetElsewhere()
            ? elsewhere(key)
            : key.targetColumns().stream().map(column -> target(key, column)).toList();
    chain.then(
        (key.targetElsewhere() ? "referencesOther(" : "references(")
            + String.join(", ", targets)
            + ")");
    options(key).forEach(chain::then);
    if (key.comment() != null) {
      chain.then("comment", key.comment());
    }
    return chain;
  }

  /** What is said of a key by the same words in both places. */
  private List<String> options(DefinedForeignKey key) {
    List<String> options = new ArrayList<>();
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      String set = TableClauses.fields(from, key.setColumns());
      options.add("onDelete(" + key.onDelete() + (set.isEmpty() ? "" : ", " + set) + ")");
    }
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      options.add("onUpdate(" + key.onUpdate() + ")");
    }
    if (key.matchFull()) {
      options.add("matchFull()");
    }
    if (key.deferral() != Deferral.NOT_DEFERRABLE) {
      options.add(deferral(key.deferral()));
    }
    if (key.name() != null) {
      options.add("named(" + JavaText.quoted(key.name()) + ")");
    }
    return options;
  }

  private static List<String> elsewhere(DefinedForeignKey key) {
    List<String> arguments = new ArrayList<>();
    arguments.add(JavaText.quoted(String.valueOf(key.target().schema())));
    arguments.add(JavaText.quoted(key.target().name()));
    key.targetColumns().forEach(column -> arguments.add(JavaText.quoted(column)));
    return arguments;
  }

  private static String deferral(Deferral deferral) {
    return deferral == Deferral.INITIALLY_DEFERRED ? "initiallyDeferred()" : "deferrable()";
  }

  private String target(DefinedForeignKey key, String column) {
    Place to = places.of(key.target());
    return "() -> " + to.constantFor(from, file) + "." + to.field(column);
  }
}
