package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.diff.Differ;
import java.util.ArrayList;
import java.util.List;

/** How the catalog of a restored database is other than the one that was backed up, in words. */
final class CatalogDifferences {

  private static final int SHOWN = 10;

  private CatalogDifferences() {}

  static List<String> of(BackupFiles backup, Catalog restored) {
    Catalog before = CatalogJson.read(backup.text(BackupFolder.CATALOG));
    List<String> all =
        Differ.differences(before, restored).stream()
            .map(change -> change.id() + " is not as it was")
            .toList();
    if (all.size() <= SHOWN) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, SHOWN));
    some.add((all.size() - SHOWN) + " more objects are not as they were");
    return some;
  }
}
