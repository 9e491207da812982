package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Transform;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Transforms as SQL (manual: CREATE TRANSFORM); they have no name and no owner. */
final class TransformSql implements ObjectSql<Transform> {

  @Override
  public String systemCatalog() {
    return "pg_transform";
  }

  @Override
  public String target(ObjectId id) {
    return "transform for " + id.path().get(0) + " language " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(Transform transform, List<DatabaseObject> within) {
    return List.of(Statement.of("create " + definition(transform)));
  }

  @Override
  public List<Statement> drop(Transform transform) {
    return List.of(Statement.of("drop " + target(transform.id())));
  }

  @Override
  public Alteration alter(Transform before, Transform after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        List.of(Statement.of("create or replace " + definition(after))), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private String definition(Transform transform) {
    var functions = new ArrayList<String>();
    if (transform.fromSql() != null) {
      functions.add("from sql with function " + transform.fromSql());
    }
    if (transform.toSql() != null) {
      functions.add("to sql with function " + transform.toSql());
    }
    return target(transform.id()) + " (" + String.join(", ", functions) + ")";
  }
}
