package dev.slipway.hazard;

import dev.slipway.catalog.Partition;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A partition is taken out while nobody can use the whole table. */
final class BlockingDetach extends ChangeRule {

  BlockingDetach() {
    super(HazardCode.BLOCKING_DETACH);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Drop(Partition partition)
        && impact.from().has(partition.of())
        && impact.to().has(partition.table())
        && impact.to().has(partition.of())
        && !impact.isAlone()) {
      return new Hazard(
          HazardCode.BLOCKING_DETACH,
          partition.id(),
          "Nobody can read or write "
              + partition.of()
              + ", with all its partitions, until it is"
              + " done.",
          "alter table "
              + partition.of().dotted()
              + " detach partition "
              + partition.table().dotted()
              + " concurrently, outside of a transaction.");
    }
    return null;
  }
}
