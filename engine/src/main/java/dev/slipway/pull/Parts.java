package dev.slipway.pull;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Catalogs that are parts of others. */
final class Parts {

  private Parts() {}

  /** The catalog that has only some of the objects. */
  static Catalog of(Catalog catalog, Set<ObjectId> ids) {
    List<DatabaseObject> objects = new ArrayList<>();
    Map<ObjectId, Set<ObjectId>> needs = new TreeMap<>();
    Map<ObjectId, List<String>> columns = new TreeMap<>();
    for (DatabaseObject object : catalog.objects()) {
      if (ids.contains(object.id())) {
        objects.add(object);
        needs.put(object.id(), catalog.dependencies().of(object.id()));
      }
    }
    catalog
        .columnOrder()
        .forEach((table, names) -> {
          if (ids.contains(table)) {
            columns.put(table, names);
          }
        });
    return new Catalog(catalog.engine(), objects, Dependencies.of(needs), columns);
  }
}
