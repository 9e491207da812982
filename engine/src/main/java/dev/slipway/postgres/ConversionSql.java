package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Conversion;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Conversions as SQL (manual: CREATE CONVERSION): only their names can be altered. */
final class ConversionSql implements ObjectSql<Conversion> {

  @Override
  public String systemCatalog() {
    return "pg_conversion";
  }

  @Override
  public String target(ObjectId id) {
    return "conversion " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Conversion conversion, List<DatabaseObject> within) {
    return List.of(
        Statement.of(
            (conversion.isDefault() ? "create default " : "create ")
                + target(conversion.id())
                + " for "
                + Quoting.literal(conversion.source())
                + " to "
                + Quoting.literal(conversion.target())
                + " from "
                + conversion.function()));
  }

  @Override
  public List<Statement> drop(Conversion conversion) {
    return List.of(Statement.of("drop " + target(conversion.id())));
  }

  @Override
  public Alteration alter(Conversion before, Conversion after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }
}
