package dev.slipway.cli.command;

import dev.slipway.cli.output.Activity;
import dev.slipway.dialect.Watcher;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Says in the line of a terminal how far work in the shadow is, how fast it goes and how long it
 * will take.
 */
final class WorkProgress implements Watcher {

  private final Clock clock;
  private final Consumer<LongFunction<String>> line;
  private String what = "";
  private long began;

  /**
   * @param clock what tells the time
   * @param line takes what is said, of the milliseconds since the command's beginning
   */
  WorkProgress(Clock clock, Consumer<LongFunction<String>> line) {
    this.clock = clock;
    this.line = line;
  }

  @Override
  public void at(String work, int done, int total) {
    if (!work.equals(what) || done == 0) {
      what = work;
      began = clock.millis();
    }
    long since = began;
    line.accept(
        done < total && total > 1
            ? elapsed -> ConsoleProgress.pace(done, total, clock.millis() - since) + "  " + work
            : elapsed -> work + "  " + Activity.duration(elapsed));
  }
}
