package dev.slipway.postgres;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.Table;
import java.util.regex.Pattern;

/** By what the rows of a partitioned table are told apart, as the server prints it. */
final class PartitionKey {

  private PartitionKey() {}

  /** Whether a column stands in the key, by itself or within an expression. */
  static boolean mentions(Table table, Column column) {
    String key = table.partitionedBy();
    return key != null
        && Pattern.compile(
                "(?<![\\w$\"])" + Pattern.quote(Quoting.name(column.id())) + "(?![\\w$\"(])",
                Pattern.UNICODE_CHARACTER_CLASS)
            .matcher(key)
            .find();
  }
}
