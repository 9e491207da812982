package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.Partitioning;
import dev.slipway.schema.model.Partitioning.Bounds;
import dev.slipway.schema.model.Partitioning.Strategy;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A partition of a table under definition, a table of its own in the database. It says which rows
 * it takes: {@link #from} and {@link #to}, or {@link #in}, or {@link #remainder}, or {@link #rest}.
 *
 * <p>Bounds are Java values, or SQL expressions made by {@code sql("...")}; {@link
 * TableDefinition#MINVALUE} and {@link TableDefinition#MAXVALUE} stand for what is below and above
 * all values.
 */
public final class PartitionClause {

  private final JooqTable table;
  private final List<Field<?>> key;
  private final QualifiedName name;
  private @Nullable List<Expression> from;
  private @Nullable List<Expression> to;
  private @Nullable Bounds bounds;
  private boolean unlogged;
  private Map<String, String> options = Map.of();
  private @Nullable String comment;
  private @Nullable PartitioningClause partitioning;

  PartitionClause(JooqTable table, List<Field<?>> key, @Nullable String schema, String name) {
    this.table = table;
    this.key = List.copyOf(key);
    this.name = new QualifiedName(schema, name);
  }

  /** The lower bound of a range, which belongs to it: a value for each part of the key. */
  public PartitionClause from(Object... values) {
    open().from = bound(values);
    return this;
  }

  /** The upper bound of a range, which does not belong to it. */
  public PartitionClause to(Object... values) {
    open().to = bound(values);
    return this;
  }

  /** The values of a list; null among them for the rows without one. */
  public PartitionClause in(@Nullable Object... values) {
    List<Expression> expressions = new ArrayList<>();
    for (Object value : values) {
      expressions.add(expression(value, key.getFirst()));
    }
    open().bounds = new Bounds.In(expressions);
    return this;
  }

  /** The rows whose hash, divided by the modulus, leaves this remainder. */
  public PartitionClause remainder(int modulus, int remainder) {
    open().bounds = new Bounds.Remainder(modulus, remainder);
    return this;
  }

  /** The rows that no other partition takes. */
  public PartitionClause rest() {
    open().bounds = Bounds.Rest.REST;
    return this;
  }

  /** Makes it lose its rows in a crash, and write faster. */
  public PartitionClause unlogged() {
    open().unlogged = true;
    return this;
  }

  /** Sets a storage parameter, such as {@code fillfactor}. */
  public PartitionClause with(String parameter, Object value) {
    open().options = ClauseParts.with(place(), options, parameter, value);
    return this;
  }

  /** Gives the partition a comment in the database. */
  public PartitionClause comment(String text) {
    open().comment = text;
    return this;
  }

  /** Divides it by bounds itself. */
  public PartitioningClause partitionByRange(Field<?>... key) {
    return divided(Strategy.RANGE, key);
  }

  /** Divides it by listed values itself. */
  public PartitioningClause partitionByList(Field<?>... key) {
    return divided(Strategy.LIST, key);
  }

  /** Divides it by a hash itself. */
  public PartitioningClause partitionByHash(Field<?>... key) {
    return divided(Strategy.HASH, key);
  }

  private PartitioningClause divided(Strategy strategy, Field<?>... key) {
    open();
    var clause = new PartitioningClause(table, place(), strategy, key);
    partitioning = clause;
    return clause;
  }

  private static Expression expression(@Nullable Object value, @Nullable Field<?> part) {
    if (value instanceof Field<?> field) {
      return Expression.of(field);
    }
    // What a key's type knows nothing of, such as a text for a day, is for the server to read.
    return Expression.of(
        part != null && part.getType().isInstance(value)
            ? DSL.inline(value, part)
            : DSL.inline(value));
  }

  private List<Expression> bound(Object... values) {
    List<Expression> expressions = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      expressions.add(expression(values[i], i < key.size() ? key.get(i) : null));
    }
    return expressions;
  }

  private PartitionClause open() {
    table.parts().requireOpen(place());
    return this;
  }

  private String place() {
    return table.place() + ", partition " + name.name();
  }

  Partitioning.Partition defined(Strategy strategy, int parts) {
    return new Partitioning.Partition(
        name,
        bounds(strategy, parts),
        unlogged,
        options,
        comment,
        partitioning == null ? null : partitioning.defined());
  }

  private Bounds bounds(Strategy strategy, int parts) {
    if (bounds == Bounds.Rest.REST && strategy != Strategy.HASH && from == null && to == null) {
      return Bounds.Rest.REST;
    }
    return switch (strategy) {
      case RANGE -> {
        if (from == null || to == null || bounds != null) {
          throw wrong("it takes no range of rows.", "Say from(...) and to(...), or rest().");
        }
        if (from.size() != parts || to.size() != parts) {
          throw wrong(
              "its bounds do not have a value for each of the " + parts + " parts of the key.",
              "Give each bound as many values as the key has parts.");
        }
        yield new Bounds.Between(from, to);
      }
      case LIST -> {
        if (!(bounds instanceof Bounds.In in)
            || in.values().isEmpty()
            || from != null
            || to != null) {
          throw wrong("it takes no listed values.", "Say in(...), or rest().");
        }
        yield in;
      }
      case HASH -> {
        if (!(bounds instanceof Bounds.Remainder share) || from != null || to != null) {
          throw wrong("it takes no share of the hashes.", "Say remainder(modulus, remainder).");
        }
        if (share.modulus() < 1 || share.remainder() < 0 || share.remainder() >= share.modulus()) {
          throw wrong(
              "nothing divided by "
                  + share.modulus()
                  + " leaves the remainder "
                  + share.remainder()
                  + ".",
              "Choose a remainder of 0 to the modulus less one.");
        }
        yield share;
      }
    };
  }

  private SlipwayException wrong(String what, String next) {
    return new SlipwayException(DefinitionError.PARTITION_INVALID, place() + ": " + what, next);
  }
}
