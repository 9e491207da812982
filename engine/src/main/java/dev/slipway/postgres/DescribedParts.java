package dev.slipway.postgres;

import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.IndexPart.Nulls;
import dev.slipway.schema.model.IndexPart.Order;
import dev.slipway.schema.model.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of what the server printed of indexes and constraints: a key with its operator class
 * and order, storage parameters, names.
 */
final class DescribedParts {

  private final Tokens tokens;

  DescribedParts(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A part of a key between two places; null when it can't be said. */
  @Nullable IndexPart part(int from, int to) {
    int at = from;
    IndexPart.Key key;
    if (tokens.is(at, "(")) {
      int close = tokens.closing(at);
      key = new IndexPart.Key.OfExpression(Expression.of(tokens.between(at + 1, close)));
      at = close + 1;
    } else {
      while (at + 1 < to && tokens.is(at + 1, ".")) {
        at += 2;
      }
      if (at + 1 < to && tokens.is(at + 1, "(")) {
        at = tokens.closing(at + 1) + 1;
        key = new IndexPart.Key.OfExpression(Expression.of(tokens.between(from, at)));
      } else if (at == from && tokens.list().get(at).isName()) {
        key = new IndexPart.Key.OfColumn(tokens.list().get(at).name());
        at++;
      } else {
        return null;
      }
    }
    return finish(key, at, to);
  }

  private @Nullable IndexPart finish(IndexPart.Key key, int from, int to) {
    int at = from;
    QualifiedName collation = null;
    if (at < to && tokens.is(at, "COLLATE")) {
      int end = at + (tokens.is(at + 2, ".") ? 4 : 2);
      collation = collation(tokens.between(at + 1, end));
      at = end;
    }
    String operators = null;
    if (at < to && !isOrder(at)) {
      int end = at + 1;
      while (end < to && !isOrder(end)) {
        end++;
      }
      operators = tokens.between(at, end);
      at = end;
    }
    Order order = Order.DEFAULT;
    if (at < to && tokens.is(at, "DESC")) {
      order = Order.DESCENDING;
      at++;
    }
    Nulls nulls = null;
    if (at < to && tokens.is(at, "NULLS")) {
      nulls = tokens.is(at + 1, "FIRST") ? Nulls.FIRST : Nulls.LAST;
      order = order == Order.DEFAULT ? Order.ASCENDING : order;
      at += 2;
    }
    return at == to ? new IndexPart(key, order, nulls, collation, operators) : null;
  }

  private boolean isOrder(int at) {
    return tokens.is(at, "DESC") || tokens.is(at, "NULLS");
  }

  /** The names of columns between two places. */
  List<String> names(int from, int to) {
    return tokens.separated(from, to).stream()
        .map(border -> tokens.list().get(border[0]).name())
        .toList();
  }

  /** A collation's printed name; those of the server itself need no schema. */
  static QualifiedName collation(String printed) {
    Tokens name = Tokens.of(printed);
    boolean isQualified = name.is(1, ".");
    String schema = isQualified ? name.list().get(0).name() : "pg_catalog";
    return new QualifiedName(
        schema.equals("pg_catalog") ? null : schema, name.list().get(isQualified ? 2 : 0).name());
  }

  /** Storage parameters as {@code name=value}. */
  static Map<String, String> options(List<String> printed) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : printed) {
      int equals = option.indexOf('=');
      options.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return options;
  }

  /** Storage parameters between two places. */
  Map<String, String> options(int from, int to) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int[] border : tokens.separated(from, to)) {
      String value = tokens.between(border[0] + 2, border[1]);
      boolean isQuoted = value.startsWith("'");
      options.put(
          tokens.list().get(border[0]).name(),
          isQuoted ? value.substring(1, value.length() - 1).replace("''", "'") : value);
    }
    return options;
  }
}
