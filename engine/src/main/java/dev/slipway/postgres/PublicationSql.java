package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Publication;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Publications as SQL (manual: CREATE PUBLICATION); they lock none of their tables by themselves.
 */
final class PublicationSql implements ObjectSql<Publication> {

  @Override
  public String systemCatalog() {
    return "pg_publication";
  }

  @Override
  public String target(ObjectId id) {
    return "publication " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(Publication publication, List<DatabaseObject> within) {
    return List.of(
        Statement.of(
            "create publication "
                + Quoting.name(publication.id())
                + (publication.allTables() ? " for all tables" : "")
                + " with "
                + options(publication, publication.generatedColumns() != null)));
  }

  @Override
  public List<Statement> drop(Publication publication) {
    return List.of(Statement.of("drop publication " + Quoting.name(publication.id())));
  }

  @Override
  public Alteration alter(Publication before, Publication after, Catalog from, Catalog to) {
    if (before.allTables() != after.allTables()) {
      return new Alteration.Recreate();
    }
    return new Alteration.InPlace(
        List.of(
            Statement.of(
                "alter publication "
                    + Quoting.name(after.id())
                    + " set "
                    + options(
                        after,
                        !Objects.equals(before.generatedColumns(), after.generatedColumns())))),
        false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of("alter publication " + Quoting.name(from) + " rename to " + Quoting.name(to)));
  }

  private static String options(Publication publication, boolean generated) {
    return "(publish = "
        + Quoting.literal(String.join(", ", publication.operations()))
        + ", publish_via_partition_root = "
        + publication.viaRoot()
        + (generated
            ? ", publish_generated_columns = "
                + Objects.requireNonNullElse(publication.generatedColumns(), "none")
            : "")
        + ")";
  }
}
