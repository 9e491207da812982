package dev.slipway.stamp;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers of the test run; they end with it. */
final class Servers {

  private static final Map<Integer, EmbeddedPostgres> STARTED = new ConcurrentHashMap<>();

  private Servers() {}

  static EmbeddedPostgres of(int version) {
    return STARTED.computeIfAbsent(
        version, major -> EmbeddedPostgres.start(EmbeddedOptions.temporary().version(major)));
  }
}
