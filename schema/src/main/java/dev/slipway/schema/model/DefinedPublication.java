package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication as a schema definition describes it; its single tables say themselves that they are
 * members.
 *
 * @param name its name
 * @param allTables whether every table is a member
 * @param schemas the schemas whose tables are members
 * @param operations what is published, such as {@code insert}; none for everything
 * @param viaPartitionRoot whether changes of partitions are published as the whole's
 * @param comment its comment, or null
 */
public record DefinedPublication(
    String name,
    boolean allTables,
    List<String> schemas,
    List<String> operations,
    boolean viaPartitionRoot,
    @Nullable String comment) {

  /** Keeps copies of the lists. */
  public DefinedPublication {
    schemas = List.copyOf(schemas);
    operations = List.copyOf(operations);
  }

  /**
   * That a table is a member of a publication.
   *
   * @param publication the publication's name
   * @param columns the columns that are published; none for all
   * @param where the rows that are published, or null for all
   */
  public record Member(String publication, List<String> columns, @Nullable Expression where) {

    /** Keeps a copy of the list. */
    public Member {
      columns = List.copyOf(columns);
    }
  }
}
