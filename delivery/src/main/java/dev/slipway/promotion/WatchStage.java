package dev.slipway.promotion;

import dev.slipway.config.WatchSettings;
import dev.slipway.verification.Check;
import dev.slipway.watch.Breach;
import dev.slipway.watch.Figure;
import dev.slipway.watch.Unmeasured;
import dev.slipway.watch.Watch;
import dev.slipway.watch.WatchBaseline;
import dev.slipway.watch.WatchRun;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Watches the environment for a while, against how it did in the hour before: that was measured
 * when the promotion went through its window.
 */
final class WatchStage implements Stage {

  /**
   * What is kept of it.
   *
   * @param samples what was measured, for charts
   * @param breaches what was over its limit, in words
   * @param unmeasured what could not be measured
   */
  record Watched(List<Point> samples, List<String> breaches, List<Unmeasured> unmeasured) {}

  /**
   * A figure at a moment.
   *
   * @param at when
   * @param figure its name
   * @param value what it was; null where it could not be measured
   * @param limit what is allowed; null where nothing is said
   * @param unit what it counts
   */
  record Point(
      String at, String figure, @Nullable Double value, @Nullable Double limit, String unit) {}

  @Override
  public State state() {
    return State.WATCH;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    Watch watch = watch(course);
    List<Check> invariants = watch.invariants(course.options().watch());
    if (!isWatched(course, invariants)) {
      return Found.passed("nothing has a limit", List.of());
    }
    WatchBaseline before = course.baseline();
    WatchRun run;
    try {
      run =
          watch.run(
              before == null ? watch.baseline(invariants) : before,
              invariants,
              (sample, left) -> course.progress().watching(sample, left));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("watching was interrupted", e);
    }
    var watched =
        new Watched(
            run.samples().stream()
                .flatMap(sample ->
                    sample.figures().stream()
                        .map(figure ->
                            new Point(
                                sample.at().toString(),
                                figure.name(),
                                figure.value(),
                                figure.limit(),
                                figure.unit().name().toLowerCase(Locale.ROOT))))
                .toList(),
            run.breaches().stream().map(WatchStage::sentence).toList(),
            run.unmeasured());
    return run.isQuiet()
        ? Found.passed(run.samples().size() + " samples, all within their limits", watched)
        : Found.failed(String.join("; ", watched.breaches()), watched);
  }

  /** How the environment does before the change; null where nothing is watched. */
  static @Nullable WatchBaseline baseline(Course course) {
    Watch watch = watch(course);
    List<Check> invariants = watch.invariants(course.options().watch());
    return isWatched(course, invariants) ? watch.baseline(invariants) : null;
  }

  /** Refuses what is written wrongly. */
  static void requireReadable(Course course) {
    watch(course).invariants(course.options().watch());
  }

  private static boolean isWatched(Course course, List<Check> invariants) {
    return course.settings().watch().hasLimits() || !invariants.isEmpty();
  }

  private static Watch watch(Course course) {
    WatchSettings settings = course.settings().watch();
    return new Watch(course.workspace(), course.environment(), settings, course.options().clock());
  }

  private static String sentence(Breach breach) {
    Figure figure = breach.figure();
    return figure.name()
        + " was over its limit for "
        + breach.samples()
        + (breach.samples() == 1 ? " sample" : " samples")
        + (figure.value() == null ? "" : ": " + figure.value() + " instead of " + figure.limit())
        + (figure.detail() == null ? "" : " (" + figure.detail() + ")");
  }
}
