package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Schema;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Schemas as SQL (manual: CREATE SCHEMA, ALTER SCHEMA). */
final class SchemaSql implements ObjectSql<Schema> {

  @Override
  public String systemCatalog() {
    return "pg_namespace";
  }

  @Override
  public String target(ObjectId id) {
    return "schema " + Quoting.name(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "schema " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(Schema schema, List<DatabaseObject> within) {
    return List.of(Statement.of("create schema " + Quoting.name(schema.id())));
  }

  @Override
  public List<Statement> drop(Schema schema) {
    return List.of(Statement.of("drop schema " + Quoting.name(schema.id())));
  }

  @Override
  public Alteration alter(Schema before, Schema after, Catalog from, Catalog to) {
    throw new IllegalArgumentException("a schema is nothing but its name: " + before.id());
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of("alter schema " + Quoting.name(from) + " rename to " + Quoting.name(to)));
  }
}
