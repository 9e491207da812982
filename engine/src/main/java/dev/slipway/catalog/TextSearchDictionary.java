package dev.slipway.catalog;

import java.util.List;

/**
 * A text search dictionary.
 *
 * @param id {@code [schema, name]}
 * @param template its template, schema-qualified and quoted
 * @param options its options as {@code name = value}, as the engine prints them
 */
public record TextSearchDictionary(ObjectId id, String template, List<String> options)
    implements DatabaseObject {

  /** Copies the options. */
  public TextSearchDictionary {
    options = List.copyOf(options);
  }
}
