package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Routine;
import dev.slipway.catalog.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What things are called while a column of another type grows beside the one that it replaces: free
 * on both sides.
 *
 * @param column the column
 * @param young the new column until it has its name
 * @param old the old column when the new one has its name
 * @param trigger what writes both
 * @param function what the trigger calls
 */
record BesideNames(ObjectId column, ObjectId young, ObjectId old, String trigger, String function) {

  /** Triggers fire in the order of their names (manual: CREATE TRIGGER), and this one is last. */
  private static final String LAST = "~slipway_";

  static final String NEW = "__new";
  static final String OLD = "__old";

  /**
   * The names for a column; null where another trigger would fire later, and could change what was
   * written already.
   */
  static @Nullable BesideNames of(Column column, Catalog from, Catalog to) {
    Set<String> columns = new HashSet<>();
    Set<String> routines = new HashSet<>();
    String trigger = AsideNames.free(LAST + column.id().name(), "", Set.of());
    for (Catalog catalog : List.of(from, to)) {
      for (DatabaseObject part : catalog.partsOf(column.parent())) {
        if (part instanceof Column other) {
          columns.add(other.id().name());
        }
        if (part instanceof Trigger other && !isBefore(other.id().name(), trigger)) {
          return null;
        }
      }
      catalog.all(Routine.class).forEach(routine -> routines.add(routine.id().name()));
    }
    ObjectId id = column.id();
    return new BesideNames(
        id,
        id.withName(AsideNames.free(id.name(), NEW, columns)),
        id.withName(AsideNames.free(id.name(), OLD, columns)),
        trigger,
        AsideNames.free("slipway_" + id.path().get(1) + "_" + id.name(), "", routines));
  }

  /** What a constraint of a table is called while the old one has its name. */
  static String ofConstraint(Constraint constraint, Catalog from, Catalog to) {
    Set<String> taken = new HashSet<>();
    for (Catalog catalog : List.of(from, to)) {
      for (DatabaseObject part : catalog.partsOf(constraint.parent())) {
        if (part instanceof Constraint other) {
          taken.add(other.id().name());
        }
      }
    }
    return AsideNames.free(constraint.id().name(), NEW, taken);
  }

  private static boolean isBefore(String one, String other) {
    return Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))
        < 0;
  }
}
