package dev.slipway.embedded;

import java.sql.Connection;
import java.util.Arrays;
import java.util.Locale;

/** Prints how long a warm start takes, and a database; run it by hand, for the machine decides. */
final class StartTimes {

  private static final int ROUNDS = 9;

  private StartTimes() {}

  /** A piece of work that is timed. */
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    for (PostgresRelease release : PostgresRelease.values()) {
      EmbeddedOptions options = EmbeddedOptions.temporary().version(release.major());
      EmbeddedPostgres.start(options).close();
      double[] starts = new double[ROUNDS];
      double[] connects = new double[ROUNDS];
      double[] creates = new double[ROUNDS];
      double[] drops = new double[ROUNDS];
      double[] stops = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        long before = System.nanoTime();
        var server = EmbeddedPostgres.start(options);
        starts[i] = millis(before);
        connects[i] =
            time(() -> {
              try (Connection connection = server.connect("postgres")) {
                connection.isValid(1);
              }
            });
        creates[i] = time(() -> server.createDatabase("a"));
        drops[i] = time(() -> server.dropDatabase("a"));
        stops[i] = time(server::close);
      }
      System.out.printf(
          Locale.ROOT,
          "PostgreSQL %d, median of %d: start %.0f ms, connect %.0f ms, create database %.0f ms,"
              + " drop %.0f ms, stop %.0f ms%n",
          release.major(),
          ROUNDS,
          median(starts),
          median(connects),
          median(creates),
          median(drops),
          median(stops));
    }
  }

  private static double time(Work work) throws Exception {
    long before = System.nanoTime();
    work.run();
    return millis(before);
  }

  private static double millis(long before) {
    return (System.nanoTime() - before) / 1e6;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
