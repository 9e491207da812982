package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view or a materialized view.
 *
 * @param id {@code [schema, name]}
 * @param materialized whether its rows are stored
 * @param columns its columns' names in their order
 * @param query the query as the engine prints it, without a final semicolon
 * @param options its options as {@code name=value}, such as {@code security_invoker=true}, in their
 *     order
 * @param accessMethod how the rows of a materialized view are stored, where that is not the usual
 *     way; else null
 * @param details what else is said of its columns, as clauses of ALTER COLUMN that begin with the
 *     quoted name, such as {@code a set default 5}
 */
public record View(
    ObjectId id,
    boolean materialized,
    List<String> columns,
    String query,
    List<String> options,
    @Nullable String accessMethod,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> details)
    implements DatabaseObject {

  /** Copies the lists. */
  public View {
    columns = List.copyOf(columns);
    options = List.copyOf(options);
    details = details == null ? List.of() : List.copyOf(details);
  }
}
