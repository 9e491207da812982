package dev.slipway.catalog;

import java.util.List;

/**
 * A text search configuration: which dictionaries see which tokens of a parser.
 *
 * @param id {@code [schema, name]}
 * @param parser its parser, schema-qualified and quoted
 * @param mappings the types of tokens that dictionaries see, by name
 */
public record TextSearchConfiguration(ObjectId id, String parser, List<Mapping> mappings)
    implements DatabaseObject {

  /**
   * The dictionaries of one type of token.
   *
   * @param token the type of token by its name
   * @param dictionaries the dictionaries in their order, schema-qualified and quoted
   */
  public record Mapping(String token, List<String> dictionaries) {
    /** Copies the dictionaries. */
    public Mapping {
      dictionaries = List.copyOf(dictionaries);
    }
  }

  /** Copies the mappings. */
  public TextSearchConfiguration {
    mappings = List.copyOf(mappings);
  }
}
