package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the rows of a foreign table are.
 *
 * @param server the name of the foreign server
 * @param options what the server's wrapper is told about the table, by name
 */
public record ForeignSource(
    String server, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> options) {

  /** Copies the options; a catalog's JSON leaves out empty ones. */
  public ForeignSource {
    options = options == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
