package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import java.util.List;

/**
 * A table whose rows are copied.
 *
 * @param id the table
 * @param columns its columns but for generated ones, in their order
 * @param bytes what its files take on the server, without its indexes
 * @param pieces statements that write its rows out, each row by exactly one of them
 */
public record CopiedTable(ObjectId id, List<String> columns, long bytes, List<String> pieces) {

  /** Copies the lists. */
  public CopiedTable {
    columns = List.copyOf(columns);
    pieces = List.copyOf(pieces);
  }
}
