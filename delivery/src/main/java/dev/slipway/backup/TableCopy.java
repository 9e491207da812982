package dev.slipway.backup;

import java.util.List;

/**
 * The rows of a table in a backup.
 *
 * @param schema the schema's name
 * @param name the table's name
 * @param columns the columns that the rows have, in their order
 * @param rows how many there are
 * @param checksum of all rows, whatever their order, as {@link RowChecksum} tells it
 * @param bytes how long the rows are as the server writes them
 * @param files where they are, each row in one of them
 */
public record TableCopy(
    String schema,
    String name,
    List<String> columns,
    long rows,
    String checksum,
    long bytes,
    List<DataFile> files) {

  /** Copies the lists. */
  public TableCopy {
    columns = List.copyOf(columns);
    files = List.copyOf(files);
  }

  /** The name with its schema, as it is shown. */
  public String shown() {
    return schema + "." + name;
  }
}
