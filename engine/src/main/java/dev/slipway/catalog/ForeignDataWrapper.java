package dev.slipway.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A foreign data wrapper.
 *
 * @param id {@code [name]}
 * @param handler its handler function, qualified and quoted; null for none
 * @param validator its validator function, qualified and quoted; null for none
 * @param options its options by name
 */
public record ForeignDataWrapper(
    ObjectId id, @Nullable String handler, @Nullable String validator, Map<String, String> options)
    implements DatabaseObject {

  /** Copies the options. */
  public ForeignDataWrapper {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
