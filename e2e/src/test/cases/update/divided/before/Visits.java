package app;

import dev.slipway.schema.*;
import java.time.LocalDate;

public final class Visits extends TableDefinition {
  public static final Visits VISITS = new Visits();

  public final Column<LocalDate> day = date().notNull();
  public final Column<String> country = text();

  private Visits() {
    // One each year.
    PartitioningClause partitions = partitionByRange(day);
    partitions.partition("visits_2025").from("2025-01-01").to("2026-01-01");
    PartitioningClause visits2026 = // the present
        partitions
            .partition("visits_2026")
            .from("2026-01-01")
            .to("2027-01-01")
            .partitionByList(country);
    visits2026.partition("visits_2026_de").in("de");
    visits2026.partition("visits_2026_rest").rest();

    index(day);
  }
}
