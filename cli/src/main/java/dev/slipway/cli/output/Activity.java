package dev.slipway.cli.output;

import java.time.Clock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a command is at, in one line of a terminal that is drawn again and again once it takes
 * longer than a second. Drawn by a thread of its own until it is closed.
 */
public final class Activity implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 1000;
  private static final long REDRAW_MILLIS = 200;

  private final Console console;
  private final Clock clock;
  private final long began;
  private LongFunction<String> line;
  private boolean closed;

  private Activity(Console console, Clock clock, String command) {
    this.console = console;
    this.clock = clock;
    this.began = clock.millis();
    this.line = elapsed -> command + "  " + duration(elapsed);
  }

  /**
   * Begins to watch a command.
   *
   * @param console where it is drawn
   * @param clock what tells the time
   * @param command what is said until something better is known
   * @param drawn whether there is a terminal to draw on; without one nothing is done
   */
  public static @Nullable Activity start(
      Console console, Clock clock, String command, boolean drawn) {
    if (!drawn) {
      return null;
    }
    var activity = new Activity(console, clock, command);
    Thread.ofPlatform().daemon().name("slipway-activity").start(activity::draw);
    return activity;
  }

  /**
   * Says something better.
   *
   * @param better the line, of the milliseconds since the beginning
   */
  public synchronized void say(LongFunction<String> better) {
    line = better;
  }

  private synchronized void draw() {
    try {
      while (!closed) {
        long elapsed = clock.millis() - began;
        if (elapsed >= PATIENCE_MILLIS) {
          console.draw(line.apply(elapsed));
        }
        wait(REDRAW_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds, or minutes and seconds: {@code 7 s}, {@code 2 min 5 s}. */
  public static String duration(long millis) {
    long seconds = millis / 1000;
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** Ends it, and takes the line away. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    console.erase();
  }
}
