package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.RoleUse;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of plans that create a role which is there, or drop one that is needed: a role that a
 * catalog names without creating it is in every environment already.
 */
final class RolesOfOthers {

  private RolesOfOthers() {}

  static void refuse(List<Change> changes, Catalog before, Catalog after) {
    if (changes.stream().noneMatch(change -> object(change) instanceof Role)) {
      return;
    }
    Map<String, ObjectId> named = namedIn(before);
    Map<String, ObjectId> stillNamed = namedIn(after);
    for (Change change : changes) {
      if (change instanceof Change.Create && object(change) instanceof Role role) {
        ObjectId by = named.get(role.id().name());
        if (by != null) {
          throw new SlipwayException(
              PlannerError.ROLE_IS_THERE,
              "The "
                  + role.id()
                  + " can't be created: the "
                  + by
                  + " names it already, so that it is there without being the project's.",
              "Take its `create role` out of the definition; it is then left alone.");
        }
      }
      if (change instanceof Change.Drop && object(change) instanceof Role role) {
        ObjectId by = stillNamed.get(role.id().name());
        if (by != null) {
          throw new SlipwayException(
              PlannerError.ROLE_IS_NEEDED,
              "The " + role.id() + " can't be dropped: the " + by + " of the definition names it.",
              "Take out what names it as well, or put its `create role` back.");
        }
      }
    }
  }

  /** For each role the first object that names it, where the catalog does not create it. */
  private static Map<String, ObjectId> namedIn(Catalog catalog) {
    Map<String, ObjectId> named = new TreeMap<>();
    for (DatabaseObject object : catalog.objects()) {
      for (String role : RoleUse.of(object)) {
        if (!catalog.has(Role.id(role))) {
          named.putIfAbsent(role, object.id());
        }
      }
    }
    return named;
  }

  private static @Nullable DatabaseObject object(Change change) {
    return switch (change) {
      case Change.Create create -> create.object();
      case Change.Drop drop -> drop.object();
      case Change.Alter alter -> alter.after();
      case Change.Rename rename -> null;
    };
  }
}
