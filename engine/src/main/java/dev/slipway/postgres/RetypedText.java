package dev.slipway.postgres;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Texts of keys and expressions that name another type in the place of one. The server prints a
 * type behind {@code ::} and with its schema, whatever the search path, since a catalog is read
 * with an empty one.
 *
 * @param type the type; null where texts stay as they are
 * @param other what it is called instead
 */
record RetypedText(@Nullable ObjectId type, @Nullable ObjectId other) {

  /** Texts that stay as they are. */
  static final RetypedText NONE = new RetypedText(null, null);

  /** An index whose text names the other type. */
  Index in(Index index) {
    return new Index(
        index.id(),
        index.relation(),
        index.unique(),
        in(index.definition()),
        index.keys(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.statistics());
  }

  /** A constraint whose text names the other type. */
  Constraint in(Constraint constraint) {
    return new Constraint(
        constraint.id(),
        constraint.type(),
        in(constraint.definition()),
        constraint.columns(),
        constraint.references(),
        constraint.referencedColumns(),
        constraint.validated(),
        constraint.inherited(),
        constraint.options(),
        constraint.notEnforced());
  }

  private String in(String text) {
    if (type == null || other == null) {
      return text;
    }
    Tokens tokens = Tokens.of(text);
    var result = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 4 < tokens.size(); i++) {
      Tokens.Token schema = tokens.list().get(i + 2);
      Tokens.Token name = tokens.list().get(i + 4);
      if (tokens.are(i, ":", ":")
          && schema.isName()
          && schema.name().equals(type.schema())
          && tokens.is(i + 3, ".")
          && name.isName()
          && name.name().equals(type.name())) {
        result.append(text, copied, schema.start()).append(Quoting.qualified(other));
        copied = name.end();
      }
    }
    return result.append(text.substring(copied)).toString();
  }
}
