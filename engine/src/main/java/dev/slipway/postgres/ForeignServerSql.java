package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ForeignServer;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.Objects;

/** Foreign servers as SQL (manual: CREATE and ALTER SERVER). */
final class ForeignServerSql implements ObjectSql<ForeignServer> {

  @Override
  public String systemCatalog() {
    return "pg_foreign_server";
  }

  @Override
  public String target(ObjectId id) {
    return "server " + Quoting.name(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "foreign server " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(ForeignServer server, List<DatabaseObject> within) {
    return List.of(
        Statement.of(
            "create "
                + target(server.id())
                + (server.type() == null ? "" : " type " + Quoting.literal(server.type()))
                + (server.version() == null ? "" : " version " + Quoting.literal(server.version()))
                + " foreign data wrapper "
                + Quoting.identifier(server.wrapper())
                + ForeignOptions.create(server.options())));
  }

  @Override
  public List<Statement> drop(ForeignServer server) {
    return List.of(Statement.of("drop " + target(server.id())));
  }

  /** A version can be set but not taken away; type and wrapper are for good. */
  @Override
  public Alteration alter(ForeignServer before, ForeignServer after, Catalog from, Catalog to) {
    if (!before.wrapper().equals(after.wrapper())
        || !Objects.equals(before.type(), after.type())
        || (before.version() != null && after.version() == null)) {
      return new Alteration.Recreate();
    }
    return new Alteration.InPlace(
        List.of(
            Statement.of(
                "alter "
                    + target(after.id())
                    + (Objects.equals(before.version(), after.version()) || after.version() == null
                        ? ""
                        : " version " + Quoting.literal(after.version()))
                    + ForeignOptions.alter(before.options(), after.options()))),
        false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }
}
