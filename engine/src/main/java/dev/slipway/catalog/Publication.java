package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication; its tables are {@link PublicationMember objects of their own}.
 *
 * @param id {@code [publication]}
 * @param allTables whether it has every table
 * @param operations what it publishes: some of {@code insert}, {@code update}, {@code delete},
 *     {@code truncate}, in this order
 * @param viaRoot whether changes of a partition are published as its root's
 * @param generatedColumns which generated columns are published: {@code stored}; null for none
 */
public record Publication(
    ObjectId id,
    boolean allTables,
    List<String> operations,
    boolean viaRoot,
    @Nullable String generatedColumns)
    implements DatabaseObject {

  /** Copies the operations. */
  public Publication {
    operations = List.copyOf(operations);
  }
}
