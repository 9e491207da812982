package dev.slipway.postgres;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the server printed of a foreign key (manual, CREATE TABLE). */
final class DescribedForeignKey {

  private final Tokens tokens;
  private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
  private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
  private List<String> setColumns = List.of();
  private boolean matchFull;

  private DescribedForeignKey(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * A foreign key in the words of a definition; null when it can't be said.
   *
   * @param key the foreign key
   * @param isElsewhere whether its target is no table of the definition
   * @param name its name, or null for the server's choice
   * @param comment its comment, or null
   */
  static @Nullable DefinedForeignKey of(
      Constraint key, boolean isElsewhere, @Nullable String name, @Nullable String comment) {
    ObjectId target = key.references();
    Tokens tokens = Tokens.of(key.definition());
    int open = tokens.closing(2) + 1;
    while (open < tokens.size() && !tokens.is(open, "(")) {
      open++;
    }
    int close = tokens.closing(open);
    if (target == null || close < 0 || !DescribedConstraints.isUsual(key)) {
      return null;
    }
    var printed = new DescribedForeignKey(tokens);
    Deferral deferral = DescribedConstraints.deferral(tokens, printed.read(close + 1));
    return deferral == null
        ? null
        : new DefinedForeignKey(
            name,
            key.columns(),
            isElsewhere
                ? new dev.slipway.schema.model.QualifiedName(target.schema(), target.name())
                : DescribedTypes.name(target.schema(), target.name()),
            isElsewhere,
            key.referencedColumns(),
            printed.onDelete,
            printed.onUpdate,
            printed.setColumns,
            printed.matchFull,
            deferral,
            comment);
  }

  /** The place behind what is said of matching and of actions. */
  private int read(int from) {
    int at = from;
    if (tokens.are(at, "MATCH", "FULL")) {
      matchFull = true;
      at += 2;
    }
    while (tokens.is(at, "ON")) {
      boolean isTwo = tokens.is(at + 2, "SET") || tokens.is(at + 2, "NO");
      int end = at + (isTwo ? 4 : 3);
      var action = ReferentialAction.valueOf(tokens.between(at + 2, end).replace(' ', '_'));
      if (tokens.is(at + 1, "UPDATE")) {
        onUpdate = action;
      } else {
        onDelete = action;
      }
      if (tokens.is(end, "(")) {
        int close = tokens.closing(end);
        setColumns = new DescribedParts(tokens).names(end + 1, close);
        end = close + 1;
      }
      at = end;
    }
    return at;
  }
}
