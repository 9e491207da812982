package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.View;
import dev.slipway.plan.Hazard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables whose rows decide how much a hazard comes to. */
final class Affected {

  private Affected() {}

  static Hazard with(Hazard hazard, Catalog from, Catalog to) {
    ObjectId table = table(hazard.on(), from, to);
    return table == null || !from.has(table) ? hazard : hazard.of(List.of(table));
  }

  private static @Nullable ObjectId table(ObjectId on, Catalog from, Catalog to) {
    DatabaseObject object = from.find(on) == null ? to.find(on) : from.find(on);
    return switch (object) {
      case Table table when !table.isForeign() -> on;
      case View view -> on;
      case Column column -> column.parent();
      case Constraint constraint -> constraint.parent();
      case Index index -> index.relation();
      case null -> on.kind() == Kind.TABLE ? on : null;
      default -> null;
    };
  }
}
