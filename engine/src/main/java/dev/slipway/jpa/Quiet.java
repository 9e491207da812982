package dev.slipway.jpa;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate from writing about its start until it ends: what it says of the schema comes as a
 * script, and what it refuses as an exception.
 */
final class Quiet {

  private static final String PROVIDER = "org.jboss.logging.provider";

  private record Silenced(Logger logger, @Nullable Level before) {}

  private final @Nullable String provider = System.getProperty(PROVIDER);
  private final List<Silenced> silenced =
      List.of("org.hibernate", "org.jboss").stream()
          .map(Logger::getLogger)
          .map(logger -> new Silenced(logger, logger.getLevel()))
          .toList();

  Quiet() {
    System.setProperty(PROVIDER, "jdk");
    silenced.forEach(each -> each.logger().setLevel(Level.OFF));
  }

  /** Lets it write again. */
  void end() {
    silenced.forEach(each -> each.logger().setLevel(each.before()));
    if (provider == null) {
      System.clearProperty(PROVIDER);
    } else {
      System.setProperty(PROVIDER, provider);
    }
  }
}
