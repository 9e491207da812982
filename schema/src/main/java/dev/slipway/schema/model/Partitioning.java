package dev.slipway.schema.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table, or a partition, is divided into partitions.
 *
 * @param strategy by what rule rows are told apart
 * @param key the columns and expressions that decide, at least one
 * @param partitions the partitions that the definition makes
 */
public record Partitioning(Strategy strategy, List<IndexPart> key, List<Partition> partitions) {

  /** Keeps copies of the lists. */
  public Partitioning {
    key = List.copyOf(key);
    partitions = List.copyOf(partitions);
  }

  /** By what rule rows are told apart. */
  public enum Strategy {
    /** By bounds. */
    RANGE,
    /** By listed values. */
    LIST,
    /** By the remainder of a hash. */
    HASH
  }

  /**
   * One partition.
   *
   * @param name its table
   * @param bounds its rows
   * @param unlogged whether it is lost in a crash
   * @param options its storage parameters
   * @param comment its comment, or null
   * @param partitioning how it is divided itself, or null
   */
  public record Partition(
      QualifiedName name,
      Bounds bounds,
      boolean unlogged,
      Map<String, String> options,
      @Nullable String comment,
      @Nullable Partitioning partitioning) {}

  /** The rows of a partition. */
  public sealed interface Bounds {

    /**
     * Those from one key up to another, which is left out.
     *
     * @param from the lower bound, a value for each part of the key
     * @param to the upper bound, likewise
     */
    record Between(List<Expression> from, List<Expression> to) implements Bounds {

      /** Keeps copies of the lists. */
      public Between {
        from = List.copyOf(from);
        to = List.copyOf(to);
      }
    }

    /**
     * Those of some values.
     *
     * @param values the values, at least one
     */
    record In(List<Expression> values) implements Bounds {

      /** Keeps a copy of the list. */
      public In {
        values = List.copyOf(values);
      }
    }

    /**
     * Those whose hash leaves a remainder.
     *
     * @param modulus what the hash is divided by
     * @param remainder what remains
     */
    record Remainder(int modulus, int remainder) implements Bounds {}

    /** Those that no other partition takes. */
    enum Rest implements Bounds {
      /** The only one. */
      REST
    }
  }
}
