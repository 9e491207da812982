package dev.slipway.cli.command;

import dev.slipway.backup.BackupProgress;
import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.Bytes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Says in the line of a terminal how far a copy is, how fast, and how long the rest takes. */
final class CopyProgress implements BackupProgress {

  private final Clock clock;
  private final @Nullable Activity activity;
  private String what = "";
  private long began;

  CopyProgress(Clock clock, @Nullable Activity activity) {
    this.clock = clock;
    this.activity = activity;
  }

  @Override
  public void advanced(String doing, long done, long all) {
    if (!doing.equals(what)) {
      what = doing;
      began = clock.millis();
    }
    if (activity == null) {
      return;
    }
    long since = began;
    boolean isBytes = doing.endsWith("rows") || doing.endsWith("files");
    activity.say(elapsed -> {
      long millis = clock.millis() - since;
      return isBytes
          ? doing + "  " + pace(done, all, millis)
          : doing + "  " + ConsoleProgress.pace((int) done, (int) all, millis);
    });
  }

  /** {@code 120 MB of 3 GB, 60 MB/s, 50 s left}. */
  static String pace(long done, long all, long millis) {
    String far = Bytes.text(done) + " of " + Bytes.text(all);
    if (done == 0 || millis < 1) {
      return far;
    }
    double perSecond = done * 1000.0 / millis;
    long left = Math.round((all - done) / perSecond);
    return far
        + ", "
        + Bytes.text(Math.round(perSecond))
        + "/s, "
        + Activity.duration(left * 1000)
        + " left";
  }
}
