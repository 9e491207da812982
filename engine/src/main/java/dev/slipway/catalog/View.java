package dev.slipway.catalog;

import java.util.List;

/**
 * A view or a materialized view.
 *
 * @param id {@code [schema, name]}
 * @param materialized whether its rows are stored
 * @param columns its columns' names in their order
 * @param query the query as the engine prints it, without a final semicolon
 * @param options its options as {@code name=value}, such as {@code security_invoker=true}, sorted
 */
public record View(
    ObjectId id, boolean materialized, List<String> columns, String query, List<String> options)
    implements DatabaseObject {

  /** Copies the lists. */
  public View {
    columns = List.copyOf(columns);
    options = List.copyOf(options);
  }
}
