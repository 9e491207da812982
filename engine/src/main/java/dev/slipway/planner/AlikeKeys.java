package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a foreign key can rest on: where several unique keys are alike, which one it does rest on is
 * chance, and other in a copy.
 */
final class AlikeKeys {

  private AlikeKeys() {}

  /** The unique indexes and keys of the referenced columns; empty where there is but one. */
  static List<ObjectId> of(Constraint key, Catalog catalog) {
    ObjectId table = key.references();
    if (table == null) {
      return List.of();
    }
    Set<String> columns = Set.copyOf(key.referencedColumns());
    List<ObjectId> alike =
        catalog.partsOf(table).stream()
            .filter(part -> columns.equals(uniqueColumns(part)))
            .map(DatabaseObject::id)
            .toList();
    return alike.size() < 2 ? List.of() : alike;
  }

  private static Set<String> uniqueColumns(DatabaseObject part) {
    return switch (part) {
      case Index index when index.unique() ->
          index.keys().stream().map(AlikeKeys::unquoted).collect(Collectors.toSet());
      case Constraint key ->
          switch (key.type()) {
            case PRIMARY_KEY, UNIQUE -> Set.copyOf(key.columns());
            case CHECK, FOREIGN_KEY, EXCLUSION -> Set.of();
          };
      default -> Set.of();
    };
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
