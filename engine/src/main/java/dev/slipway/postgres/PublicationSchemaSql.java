package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.PublicationSchema;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** The schemas of a publication as SQL (manual: ALTER PUBLICATION). */
final class PublicationSchemaSql implements ObjectSql<PublicationSchema> {

  @Override
  public List<Statement> create(PublicationSchema member, List<DatabaseObject> within) {
    return List.of(tell(member, " add"));
  }

  @Override
  public List<Statement> drop(PublicationSchema member) {
    return List.of(tell(member, " drop"));
  }

  @Override
  public Alteration alter(
      PublicationSchema before, PublicationSchema after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement tell(PublicationSchema member, String verb) {
    return Statement.of(
        "alter publication "
            + Quoting.identifier(member.id().path().get(0))
            + verb
            + " tables in schema "
            + Quoting.identifier(member.schema()));
  }
}
