package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.plan.RowCheck;
import java.util.List;

/** What rows could violate a unique index that they do not have yet. */
final class IndexRowChecks {

  private IndexRowChecks() {}

  /** The rows of a materialized view are computed anew, so they are not asked. */
  static List<RowCheck> of(Index index, Catalog from, Catalog to) {
    if (index.relation().kind() != Kind.TABLE
        || !RowChecks.canAsk(index, index.relation(), from, to)) {
      return List.of();
    }
    return List.of(
        RowChecks.noDuplicates(
            index.id(),
            index.relation(),
            index.keys(),
            index.predicate(),
            index.nullsNotDistinct()));
  }
}
