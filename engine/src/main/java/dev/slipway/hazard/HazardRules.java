package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every rule there is. Stateless. */
public final class HazardRules {

  private static final List<HazardRule> ALL =
      List.of(
          new DropHoldsData(),
          new LossyTypeChange(),
          new RemoveEnumValue(),
          new TypeChange(),
          new TableRewrite(),
          new RequiredColumnWithoutDefault(),
          new SetNotNull(),
          new NewUnique(),
          new NewCheck(),
          new NewForeignKey(),
          new BlockingIndexBuild(),
          new RowSecurityWithoutPolicy(),
          new PolicyWithoutRowSecurity(),
          new RoleWithoutPassword());

  private HazardRules() {}

  /**
   * The dangers of one change.
   *
   * @param change the change
   * @param from the catalog before all changes
   * @param to the catalog after them
   * @param loss what the change loses for good, as a sentence; null when it loses nothing
   */
  public static List<Hazard> assess(
      Change change, Catalog from, Catalog to, @Nullable String loss) {
    if (isOfForeignTable(change, from)) {
      return List.of();
    }
    return ALL.stream()
        .map(rule -> rule.assess(change, from, to, loss))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The rows of a foreign table are elsewhere: no statement here reads or changes them. */
  private static boolean isOfForeignTable(Change change, Catalog from) {
    DatabaseObject object =
        switch (change) {
          case Change.Create create -> create.object();
          case Change.Drop drop -> drop.object();
          case Change.Alter alter -> alter.before();
          case Change.Rename rename -> from.find(rename.from());
        };
    ObjectId parent = object == null ? null : object.parent();
    return (parent == null ? object : from.find(parent)) instanceof Table table
        && table.isForeign();
  }
}
