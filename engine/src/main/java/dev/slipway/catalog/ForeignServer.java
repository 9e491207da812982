package dev.slipway.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A server of a foreign data wrapper.
 *
 * @param id {@code [name]}
 * @param wrapper the name of the foreign data wrapper
 * @param type the server's type; null for none
 * @param version the server's version; null for none
 * @param options its options by name
 */
public record ForeignServer(
    ObjectId id,
    String wrapper,
    @Nullable String type,
    @Nullable String version,
    Map<String, String> options)
    implements DatabaseObject {

  /** Copies the options. */
  public ForeignServer {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
