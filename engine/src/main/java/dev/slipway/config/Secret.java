package dev.slipway.config;

import java.util.function.Supplier;

/**
 * A secret that a configuration names, and that is fetched by the command that needs it, each time
 * anew. It is never shown.
 */
public final class Secret {

  private final String name;
  private final Supplier<String> source;

  /**
   * @param name what it is called in messages
   * @param source fetches it
   */
  public Secret(String name, Supplier<String> source) {
    this.name = name;
    this.source = source;
  }

  /**
   * What it is now.
   *
   * @throws ConfigurationException when it can't be had
   */
  public String fetch() {
    return source.get();
  }

  /** What it is called in messages, such as {@code the key of backups}. */
  @Override
  public String toString() {
    return name;
  }
}
