package dev.slipway.postgres;

import dev.slipway.catalog.Index;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the server printed of an index (manual, CREATE INDEX). Reading gives up, by returning
 * null, at the first word that a definition has no word for.
 */
final class DescribedIndexes {

  private final ServerNames names;

  DescribedIndexes(ServerNames names) {
    this.names = names;
  }

  /** The index in the words of a definition; null when it can't be said. */
  @Nullable DefinedIndex of(Index index, @Nullable String comment) {
    Tokens tokens = Tokens.of(index.definition());
    var printed = new DescribedParts(tokens);
    int close = tokens.closing(2);
    if (!tokens.is(0, "USING") || close < 0 || !index.statistics().isEmpty()) {
      return null;
    }
    List<IndexPart> parts = new ArrayList<>();
    for (int[] border : tokens.separated(3, close)) {
      IndexPart part = printed.part(border[0], border[1]);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    Tail tail = tail(tokens, printed, close + 1);
    if (tail == null) {
      return null;
    }
    String method = tokens.list().get(1).name();
    boolean isNameless = comment == null && nameless(index, parts, tail.include);
    return new DefinedIndex(
        isNameless ? null : index.id().name(),
        index.unique(),
        index.nullsNotDistinct(),
        method.equals("btree") ? null : method,
        parts,
        tail.include,
        tail.where == null ? null : Expression.of(tail.where),
        tail.options,
        comment);
  }

  private boolean nameless(Index index, List<IndexPart> parts, List<String> include) {
    List<String> columns = new ArrayList<>();
    for (IndexPart part : parts) {
      if (!(part.key() instanceof IndexPart.Key.OfColumn(String name))) {
        return false;
      }
      columns.add(name);
    }
    columns.addAll(include);
    return new HashSet<>(columns).size() == columns.size()
        && names.gives(
            index.id().schema(), index.id().name(), index.relation().name(), columns, "idx");
  }

  private record Tail(List<String> include, Map<String, String> options, @Nullable String where) {}

  private static @Nullable Tail tail(Tokens tokens, DescribedParts printed, int from) {
    int at = from;
    List<String> include = List.of();
    if (tokens.are(at, "INCLUDE", "(")) {
      int close = tokens.closing(at + 1);
      include = printed.names(at + 2, close);
      at = close + 1;
    }
    if (tokens.are(at, "NULLS", "NOT", "DISTINCT")) {
      at += 3;
    }
    Map<String, String> options = Map.of();
    if (tokens.are(at, "WITH", "(")) {
      int close = tokens.closing(at + 1);
      options = printed.options(at + 2, close);
      at = close + 1;
    }
    if (at == tokens.size()) {
      return new Tail(include, options, null);
    }
    return tokens.is(at, "WHERE")
        ? new Tail(include, options, Tokens.bare(tokens.between(at + 1, tokens.size())))
        : null;
  }
}
