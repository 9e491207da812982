package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Extension;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extensions as SQL (manual: CREATE, ALTER and DROP EXTENSION). */
final class ExtensionSql implements ObjectSql<Extension> {

  @Override
  public String systemCatalog() {
    return "pg_extension";
  }

  @Override
  public String target(ObjectId id) {
    return "extension " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(Extension extension, List<DatabaseObject> within) {
    return List.of(
        Statement.of(
            "create extension "
                + Quoting.name(extension.id())
                + " with schema "
                + Quoting.identifier(extension.schema())));
  }

  @Override
  public List<Statement> drop(Extension extension) {
    return List.of(Statement.of("drop extension " + Quoting.name(extension.id())));
  }

  @Override
  public Alteration alter(Extension before, Extension after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        List.of(
            Statement.of(
                "alter extension "
                    + Quoting.name(after.id())
                    + " set schema "
                    + Quoting.identifier(after.schema()))),
        false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  @Override
  public @Nullable String loss(Extension before, @Nullable Extension after) {
    return after == null
        ? "Every object that the " + before.id() + " owns goes with it, and what they hold."
        : null;
  }
}
