package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.schema.model.ServerChosenName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that the server chooses for constraints, indexes and sequences that are given none in a
 * catalog.
 */
final class ServerNames {

  private final Map<List<String>, Integer> uses = new HashMap<>();

  /**
   * @param catalog the catalog whose names are taken
   */
  ServerNames(Catalog catalog) {
    for (DatabaseObject object : catalog.objects()) {
      boolean isCounted =
          object instanceof Constraint
              || object.id().kind().names() == Kind.Names.RELATIONS
              || object instanceof Index;
      if (isCounted) {
        uses.merge(List.of(object.id().schema(), object.id().name()), 1, Integer::sum);
      }
    }
  }

  /**
   * Whether the server gives a name by itself: it is the one that it chooses, and nothing else of
   * the schema has it, so that it chooses no other.
   */
  boolean gives(String schema, String name, String table, List<String> columns, String label) {
    return name.equals(ServerChosenName.of(table, columns, label))
        && uses.getOrDefault(List.of(schema, name), 0) <= 1;
  }
}
