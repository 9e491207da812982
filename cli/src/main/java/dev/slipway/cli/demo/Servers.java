package dev.slipway.cli.demo;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The embedded servers of the project's environments, which go with the demo. */
final class Servers implements AutoCloseable {

  static final String DEV = "dev";

  private final List<EmbeddedPostgres> started = new ArrayList<>();

  Servers(Path root) {
    boolean isStarted = false;
    try {
      for (String environment : List.of(DEV, "staging", "production")) {
        started.add(start(root.resolve(".slipway/postgres").resolve(environment)));
      }
      isStarted = true;
    } finally {
      if (!isStarted) {
        close();
      }
    }
  }

  /** The first one who asks decides how long a server stays: not at all without users. */
  private static EmbeddedPostgres start(Path folder) {
    return EmbeddedPostgres.start(EmbeddedOptions.persistent(folder).linger(Duration.ZERO));
  }

  /** That of the laptop. */
  EmbeddedPostgres dev() {
    return started.getFirst();
  }

  @Override
  public void close() {
    started.reversed().forEach(EmbeddedPostgres::close);
  }
}
