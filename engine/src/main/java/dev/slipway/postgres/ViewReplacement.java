package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.View;
import java.util.List;

/**
 * Whether {@code create or replace view} can make a view another (manual: CREATE VIEW): the new
 * query must yield the columns that are there, with their names, types and collations, and may
 * yield more behind them.
 *
 * <p>The statement sets the options as well: what it does not say is reset.
 */
final class ViewReplacement {

  private ViewReplacement() {}

  static boolean isPossible(View before, View after, Catalog from, Catalog to) {
    List<String> types = types(before, from);
    boolean areKnown = types.size() == before.columns().size();
    return areKnown
        && !before.materialized()
        && !after.materialized()
        && beginsWith(after.columns(), before.columns())
        && beginsWith(types(after, to), types);
  }

  /** Empty where a {@code catalog.json} was written before they were read. */
  private static List<String> types(View view, Catalog catalog) {
    return catalog.viewTypes().getOrDefault(view.id(), List.of());
  }

  private static boolean beginsWith(List<String> texts, List<String> first) {
    return texts.size() >= first.size() && texts.subList(0, first.size()).equals(first);
  }
}
