package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** No index finds the rows that point at a row. */
final class UnindexedForeignKey extends ChangeRule {

  UnindexedForeignKey() {
    super(HazardCode.UNINDEXED_FOREIGN_KEY);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Constraint key)
        && key.type() == Constraint.Type.FOREIGN_KEY
        && !isIndexed(key, impact)) {
      return new Hazard(
          HazardCode.UNINDEXED_FOREIGN_KEY,
          key.id(),
          "No index begins with ("
              + String.join(", ", key.columns())
              + ") of "
              + key.parent()
              + ": deleting a row of "
              + key.references()
              + " reads all of it.",
          "create index concurrently on "
              + key.parent().dotted()
              + " ("
              + String.join(", ", key.columns())
              + ")");
    }
    return null;
  }

  private static boolean isIndexed(Constraint key, Impact impact) {
    Set<String> wanted = Set.copyOf(key.columns());
    return impact.to().partsOf(key.parent()).stream()
        .map(UnindexedForeignKey::keys)
        .anyMatch(keys ->
            keys.size() >= wanted.size()
                && wanted.equals(Set.copyOf(keys.subList(0, wanted.size()))));
  }

  /** What an index is ordered by, without the quotes of names. */
  private static List<String> keys(DatabaseObject part) {
    return switch (part) {
      case Index index ->
          index.keys().stream()
              .map(key -> key.replaceFirst(" .*", "").replaceAll("^\"|\"$", ""))
              .distinct()
              .toList();
      case Constraint constraint when constraint.type().hasIndex() -> constraint.columns();
      default -> List.of();
    };
  }
}
