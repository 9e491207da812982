package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.UserMapping;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** User mappings as SQL, without their options (manual: CREATE USER MAPPING). */
final class UserMappingSql implements ObjectSql<UserMapping> {

  @Override
  public String systemCatalog() {
    return "pg_user_mapping";
  }

  @Override
  public List<Statement> create(UserMapping mapping, List<DatabaseObject> within) {
    return List.of(Statement.of("create " + named(mapping)));
  }

  @Override
  public List<Statement> drop(UserMapping mapping) {
    return List.of(Statement.of("drop " + named(mapping)));
  }

  @Override
  public Alteration alter(UserMapping before, UserMapping after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  @Override
  public @Nullable String loss(UserMapping before, @Nullable UserMapping after) {
    return "The options of the " + before.id() + " are secrets that Slipway never reads: they go.";
  }

  private static String named(UserMapping mapping) {
    return "user mapping for "
        + Quoting.identifier(mapping.role())
        + " server "
        + Quoting.name(mapping.server());
  }
}
