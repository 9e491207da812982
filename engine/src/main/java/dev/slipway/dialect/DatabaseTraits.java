package dev.slipway.dialect;

import java.util.List;

/**
 * What a database is beside its objects.
 *
 * @param name its name
 * @param server the server's version, such as {@code 17.2}
 * @param encoding of its texts, such as {@code UTF8}
 * @param locale the clauses of CREATE DATABASE that say how it sorts
 * @param settings what it sets for its sessions, as statements that do so in the database that they
 *     run in
 */
public record DatabaseTraits(
    String name, String server, String encoding, String locale, List<String> settings) {

  /** Copies the settings. */
  public DatabaseTraits {
    settings = List.copyOf(settings);
  }
}
