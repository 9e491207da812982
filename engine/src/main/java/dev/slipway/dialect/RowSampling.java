package dev.slipway.dialect;

import dev.slipway.plan.RowCheck;
import dev.slipway.plan.TableSample;
import org.jspecify.annotations.Nullable;

/** How questions are put to a part of the rows of a table. Stateless and thread-safe. */
public interface RowSampling {

  /**
   * A question to a part of the rows of the table that it is about; others, such as those that a
   * foreign key points at, are all looked at. What it finds is there, and may be more often.
   *
   * @return null where it can only be put to all rows
   */
  @Nullable RowCheck of(RowCheck check, TableSample sample);

  /** A query of how many rows a sample has. */
  String countSql(TableSample sample);
}
