package dev.slipway.postgres;

import dev.slipway.catalog.Constraint;
import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedExclusion;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the server printed of a constraint (manual, CREATE TABLE); of foreign keys see {@link
 * DescribedForeignKey}. Reading gives up, by returning null, at the first word that a definition
 * has no word for.
 */
final class DescribedConstraints {

  private final ServerNames names;

  DescribedConstraints(ServerNames names) {
    this.names = names;
  }

  /** A primary key or unique constraint. */
  @Nullable DefinedKey key(Constraint key, @Nullable String comment) {
    boolean isPrimary = key.type() == Constraint.Type.PRIMARY_KEY;
    Tokens tokens = Tokens.of(key.definition());
    boolean isNullsNotDistinct = tokens.are(1, "NULLS", "NOT", "DISTINCT");
    int open = (isPrimary ? 2 : 1) + (isNullsNotDistinct ? 3 : 0);
    int close = tokens.closing(open);
    List<int[]> columns = close < 0 ? List.of() : tokens.separated(open + 1, close);
    boolean isPlain = columns.stream().allMatch(border -> border[1] - border[0] == 1);
    if (!isUsual(key) || !tokens.is(open, "(") || close < 0 || !isPlain) {
      return null;
    }
    var printed = new DescribedParts(tokens);
    List<String> own = printed.names(open + 1, close);
    int at = close + 1;
    List<String> include = List.of();
    if (tokens.are(at, "INCLUDE", "(")) {
      int end = tokens.closing(at + 1);
      include = printed.names(at + 2, end);
      at = end + 1;
    }
    if (tokens.are(at, "WITH", "(")) {
      at = tokens.closing(at + 1) + 1;
    }
    Deferral deferral = deferral(tokens, at);
    if (deferral == null) {
      return null;
    }
    List<String> named = new ArrayList<>(isPrimary ? List.of() : own);
    named.addAll(isPrimary ? List.of() : include);
    return new DefinedKey(
        name(key, named, isPrimary ? "pkey" : "key", comment),
        own,
        isNullsNotDistinct,
        include,
        DescribedParts.options(key.options()),
        deferral,
        comment);
  }

  /**
   * A check.
   *
   * @param isOwn whether what it is about are columns of the table's own, with which it can be said
   */
  @Nullable DefinedCheck check(Constraint check, boolean isOwn, @Nullable String comment) {
    Tokens tokens = Tokens.of(check.definition());
    int close = tokens.closing(1);
    boolean isNotInherited = tokens.are(close + 1, "NO", "INHERIT");
    if (!isUsual(check) || close != tokens.size() - (isNotInherited ? 3 : 1)) {
      return null;
    }
    boolean isOfColumn = isOwn && check.columns().size() == 1 && !isNotInherited;
    return new DefinedCheck(
        isOfColumn ? name(check, check.columns(), "check", comment) : check.id().name(),
        Expression.of(Tokens.bare(tokens.between(2, close))),
        !isNotInherited,
        comment);
  }

  /** An exclusion constraint. */
  @Nullable DefinedExclusion exclusion(Constraint exclusion, @Nullable String comment) {
    Tokens tokens = Tokens.of(exclusion.definition());
    int close = tokens.closing(3);
    if (!isUsual(exclusion) || !tokens.are(0, "EXCLUDE", "USING") || close < 0) {
      return null;
    }
    var printed = new DescribedParts(tokens);
    List<DefinedExclusion.Element> elements = new ArrayList<>();
    for (int[] border : tokens.separated(4, close)) {
      int with = border[1] - 1;
      while (with > border[0] && !tokens.is(with, "WITH")) {
        with--;
      }
      IndexPart part = printed.part(border[0], with);
      if (part == null || part.collation() != null || part.order() != IndexPart.Order.DEFAULT) {
        return null;
      }
      elements.add(new DefinedExclusion.Element(part, tokens.between(with + 1, border[1])));
    }
    int at = close + 1;
    List<String> include = List.of();
    if (tokens.are(at, "INCLUDE", "(")) {
      int end = tokens.closing(at + 1);
      include = printed.names(at + 2, end);
      at = end + 1;
    }
    if (tokens.are(at, "WITH", "(")) {
      at = tokens.closing(at + 1) + 1;
    }
    Expression where = null;
    if (tokens.are(at, "WHERE", "(")) {
      int end = tokens.closing(at + 1);
      where = Expression.of(Tokens.bare(tokens.between(at + 1, end + 1)));
      at = end + 1;
    }
    Deferral deferral = deferral(tokens, at);
    return deferral == null
        ? null
        : new DefinedExclusion(
            exclusion.id().name(),
            tokens.list().get(2).name(),
            elements,
            include,
            DescribedParts.options(exclusion.options()),
            where,
            deferral,
            comment);
  }

  /** When it is checked, said at the end; null for anything else that is said there. */
  static @Nullable Deferral deferral(Tokens tokens, int at) {
    if (at == tokens.size()) {
      return Deferral.NOT_DEFERRABLE;
    }
    if (tokens.is(at, "DEFERRABLE") && at + 1 == tokens.size()) {
      return Deferral.INITIALLY_IMMEDIATE;
    }
    return tokens.are(at, "DEFERRABLE", "INITIALLY", "DEFERRED") && at + 3 == tokens.size()
        ? Deferral.INITIALLY_DEFERRED
        : null;
  }

  /** Whether every row satisfies it, and it is the table's own. */
  static boolean isUsual(Constraint constraint) {
    return constraint.validated() && !constraint.inherited() && !constraint.notEnforced();
  }

  /** The name; null where the server gives it by itself, unless a comment needs it. */
  @Nullable String name(
      Constraint constraint, List<String> columns, String label, @Nullable String comment) {
    List<String> path = constraint.id().path();
    boolean isGiven = names.gives(path.get(0), path.get(2), path.get(1), columns, label);
    return isGiven && comment == null ? null : path.get(2);
  }
}
