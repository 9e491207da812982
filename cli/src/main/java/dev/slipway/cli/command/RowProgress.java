package dev.slipway.cli.command;

import dev.slipway.cli.output.Activity;
import dev.slipway.refresh.RefreshProgress;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Says in the line of a terminal how many rows came, how fast, and how long the rest takes. */
final class RowProgress implements RefreshProgress {

  private final Clock clock;
  private final Consumer<LongFunction<String>> line;
  private long began;

  /**
   * @param clock what tells the time
   * @param line takes what is said, of the milliseconds since the command's beginning
   */
  RowProgress(Clock clock, Consumer<LongFunction<String>> line) {
    this.clock = clock;
    this.line = line;
  }

  @Override
  public void choosing(long rows) {
    line.accept(elapsed -> "choosing rows  " + rows + "  " + Activity.duration(elapsed));
  }

  @Override
  public void copying(String table, long rows, long about) {
    if (rows == 0) {
      began = clock.millis();
    }
    String far = pace(rows, about, rows, clock.millis() - began);
    line.accept(elapsed -> "copying rows  " + far + "  " + table);
  }

  @Override
  public void asking() {
    line.accept(elapsed -> "asking foreign keys  " + Activity.duration(elapsed));
  }

  /**
   * {@code 40000 of about 90000 rows, 20000 per second, 2 s left}. The estimate can be too small,
   * so more than it is never said to be left.
   *
   * @param lately how many of the rows were done in the time
   */
  static String pace(long rows, long about, long lately, long millis) {
    double perSecond = millis < 1 ? 0 : lately * 1000.0 / millis;
    long left = about - rows;
    return rows
        + (left < 0 ? " rows" : " of about " + about + " rows")
        + (perSecond < 1 ? "" : ", " + Math.round(perSecond) + " per second")
        + (perSecond < 1 || left <= 0
            ? ""
            : ", " + Activity.duration(Math.round(left * 1000 / perSecond)) + " left");
  }
}
