package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are stored and counted, where that is not the usual way.
 *
 * @param storage how large values are stored, such as {@code EXTERNAL}; null for the type's own way
 * @param compression how they are compressed, such as {@code lz4}; null for the server's own way
 * @param statistics how many values the planner's statistics remember; null for the server's own
 *     number
 * @param options further settings of its statistics as {@code name=value}, sorted
 */
public record Tuning(
    @Nullable String storage,
    @Nullable String compression,
    @Nullable Integer statistics,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> options) {

  /** The usual way. */
  public static final Tuning NONE = new Tuning(null, null, null, List.of());

  /** Copies the options; a catalog's JSON leaves out empty ones. */
  public Tuning {
    options = options == null ? List.of() : List.copyOf(options);
  }
}
