package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.diff.Differ;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.shadow.EmbeddedShadow;
import java.util.ArrayList;
import java.util.List;

/** How the catalog of a restored database is other than the one that was backed up, in words. */
final class CatalogDifferences {

  private static final int SHOWN = 10;

  private CatalogDifferences() {}

  /**
   * Compares. Servers of other versions print the same view or expression otherwise; so where the
   * major versions are two, what differs is printed by a server of the newer one before it counts.
   *
   * @param from the major version of the server that was backed up
   * @param to that of the one that was restored to
   */
  static List<String> of(Dialect dialect, BackupFiles backup, Catalog restored, int from, int to) {
    Catalog before = CatalogJson.read(backup.text(BackupFolder.CATALOG));
    List<Change> changes = Differ.differences(before, restored);
    if (from != to && !changes.isEmpty()) {
      changes = withoutSpelling(dialect, before, restored, to);
    }
    List<String> all = changes.stream().map(change -> change.id() + " is not as it was").toList();
    if (all.size() <= SHOWN) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, SHOWN));
    some.add((all.size() - SHOWN) + " more objects are not as they were");
    return some;
  }

  private static List<Change> withoutSpelling(
      Dialect dialect, Catalog before, Catalog restored, int version) {
    try (EmbeddedShadow shadow = EmbeddedShadow.open(dialect, version, List.of())) {
      return new SchemaPlanner(dialect, shadow).differences(before, restored);
    }
  }
}
