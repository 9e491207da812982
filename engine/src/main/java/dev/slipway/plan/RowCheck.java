package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read-only question to the rows of the target that must be answered before a step runs.
 *
 * @param on the constraint, index or column that the rows could violate
 * @param reads the tables whose rows are asked
 * @param demand what must hold, as a sentence: {@code each (email) of public.users is there once}
 * @param trySql a statement that tries each row and leaves its answers for the two queries in the
 *     same transaction, where no condition tells; else null
 * @param countSql a query of one number: how many rows or keys violate it; 0 when it holds
 * @param sampleSql a query of the violating keys, with a count where there is one; the caller
 *     limits it
 */
public record RowCheck(
    ObjectId on,
    List<ObjectId> reads,
    String demand,
    @Nullable String trySql,
    String countSql,
    String sampleSql) {

  /** Copies the list. */
  public RowCheck {
    reads = List.copyOf(reads);
  }

  /** A question that is asked by queries alone. */
  public RowCheck(
      ObjectId on, List<ObjectId> reads, String demand, String countSql, String sampleSql) {
    this(on, reads, demand, null, countSql, sampleSql);
  }
}
