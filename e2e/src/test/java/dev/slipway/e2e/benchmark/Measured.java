package dev.slipway.e2e.benchmark;

import java.time.Duration;

/**
 * What was measured on one schema; times are those of processors, not of the clock on the wall.
 *
 * @param schema which schema
 * @param objects how many objects its catalog has
 * @param introspection reading the catalog: this thread and the server's session
 * @param dump {@code pg_dump --schema-only}: the program and the server's session
 * @param diff comparing it with another that differs in every fiftieth table
 * @param plan planning the way to the other
 * @param create planning the whole from an empty database
 * @param heap the memory that the catalog keeps, in MiB
 */
record Measured(
    String schema,
    int objects,
    Duration introspection,
    Duration dump,
    Duration diff,
    Duration plan,
    Duration create,
    long heap) {

  /** A row of the table. */
  String row() {
    return "| %s | %,d | %s | %s | %s | %s | %s | %d |%n"
        .formatted(
            schema,
            objects,
            seconds(introspection),
            seconds(dump),
            seconds(diff),
            seconds(plan),
            seconds(create),
            heap);
  }

  private static String seconds(Duration duration) {
    return "%d.%02d".formatted(duration.toSeconds(), duration.toMillisPart() / 10);
  }
}
