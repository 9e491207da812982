package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Sample;
import dev.slipway.plan.TableSize;
import java.util.List;

/**
 * That not all rows were asked, and which were. What such questions do not find may be there.
 *
 * @param sample what was wished
 * @param tables how much of each table was asked
 * @param checks the questions that were put to a part of the rows
 */
public record SampledRows(Sample sample, List<Asked> tables, List<RowCheck> checks) {

  /** Copies the lists. */
  public SampledRows {
    tables = List.copyOf(tables);
    checks = List.copyOf(checks);
  }

  /**
   * A part of a table.
   *
   * @param table the table
   * @param percent how much of it was wished for
   * @param byPages whether whole pages were taken or left
   * @param rows how many rows it has
   * @param of how many rows the table has, as far as that is known
   */
  public record Asked(ObjectId table, double percent, boolean byPages, long rows, TableSize of) {}

  /** Whether a question was put to a part of the rows. */
  public boolean isOf(RowCheck check) {
    return checks.contains(check);
  }
}
