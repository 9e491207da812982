package dev.slipway.dialect;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The partitions that a tool such as pg_partman, or the application, makes: those of some tables
 * that neither the definition nor a migration has. They are left out with everything in them.
 *
 * @param of the partitioned tables, as {@code schema.table}; those below them count with them
 * @param known the partitions that are compared nevertheless; null where all are, as in a shadow
 */
public record PartitionsOfOthers(Names of, @Nullable Set<ObjectId> known) {

  private static final PartitionsOfOthers NONE = new PartitionsOfOthers(Names.none(), null);

  /** Copies the set. */
  public PartitionsOfOthers {
    known = known == null ? null : Set.copyOf(known);
  }

  /** No partitions. */
  public static PartitionsOfOthers none() {
    return NONE;
  }

  /** The same, knowing the partitions that catalogs have. */
  PartitionsOfOthers knowing(List<Catalog> catalogs) {
    Set<ObjectId> tables = new HashSet<>();
    for (Catalog catalog : catalogs) {
      catalog.all(Partition.class).forEach(partition -> tables.add(partition.table()));
    }
    return new PartitionsOfOthers(of, tables);
  }

  /** Whether a database may have partitions that are left out. */
  public boolean mayLeaveOut() {
    return known != null && !of.patterns().isEmpty();
  }

  /**
   * Whether a partition is left out.
   *
   * @param partition the partition
   * @param above the tables that it is a partition of, on all levels
   */
  public boolean leaveOut(ObjectId partition, List<ObjectId> above) {
    return known != null
        && !known.contains(partition)
        && above.stream().anyMatch(table -> of.contains(table.schema() + "." + table.name()));
  }
}
