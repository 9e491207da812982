package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a table belongs to a publication.
 *
 * @param id {@code [publication, schema, table]}
 * @param table the table
 * @param columns the published columns in the table's order; empty for all
 * @param filter the condition on published rows, as the engine prints it; else null
 */
public record PublicationMember(
    ObjectId id, ObjectId table, List<String> columns, @Nullable String filter)
    implements DatabaseObject {

  /** Copies the columns. */
  public PublicationMember {
    columns = List.copyOf(columns);
  }

  @Override
  public ObjectId parent() {
    return ObjectId.of(Kind.PUBLICATION, id.path().get(0));
  }
}
