package dev.slipway.postgres;

import dev.slipway.catalog.Cast;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Casts as SQL (manual: CREATE CAST); they have no name and no owner. */
final class CastSql implements ObjectSql<Cast> {

  @Override
  public String systemCatalog() {
    return "pg_cast";
  }

  @Override
  public String target(ObjectId id) {
    return "cast (" + id.path().get(0) + " as " + id.path().get(1) + ")";
  }

  @Override
  public List<Statement> create(Cast cast, List<DatabaseObject> within) {
    String method =
        switch (cast.method()) {
          case FUNCTION -> " with function " + cast.function();
          case INOUT -> " with inout";
          case BINARY -> " without function";
        };
    String context =
        switch (cast.context()) {
          case EXPLICIT -> "";
          case ASSIGNMENT -> " as assignment";
          case IMPLICIT -> " as implicit";
        };
    return List.of(Statement.of("create " + target(cast.id()) + method + context));
  }

  @Override
  public List<Statement> drop(Cast cast) {
    return List.of(Statement.of("drop " + target(cast.id())));
  }

  @Override
  public Alteration alter(Cast before, Cast after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }
}
