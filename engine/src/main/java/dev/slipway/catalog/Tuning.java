package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are stored, counted and fetched, where that is not the usual way.
 *
 * @param storage how large values are stored, such as {@code EXTERNAL}; null for the type's own way
 * @param compression how they are compressed, such as {@code lz4}; null for the server's own way
 * @param statistics how many values the planner's statistics remember; null for the server's own
 *     number
 * @param options further settings of its statistics as {@code name=value}, in their order
 * @param foreign what the wrapper of a foreign table is told about the column, by name
 */
public record Tuning(
    @Nullable String storage,
    @Nullable String compression,
    @Nullable Integer statistics,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> options,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> foreign) {

  /** The usual way. */
  public static final Tuning NONE = new Tuning(null, null, null, List.of(), Map.of());

  /** Copies the options; a catalog's JSON leaves out empty ones. */
  public Tuning {
    options = options == null ? List.of() : List.copyOf(options);
    foreign = foreign == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(foreign));
  }
}
