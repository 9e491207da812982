package dev.slipway.promotion;

import dev.slipway.config.PromotionPolicy;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import java.util.List;
import java.util.Objects;

/** What a person is told where a promotion is not taken back by itself. */
final class WayBack {

  private WayBack() {}

  /** Refuses to take back what loses data by that. */
  static void require(Course course, String why) {
    if (!course.plan().isReversible()) {
      throw stopped(course, why);
    }
  }

  /** It turned out badly, and what was applied stays. */
  static SlipwayException stopped(Course course, String why) {
    return new SlipwayException(
        PromotionError.PROMOTION_STOPPED,
        "The promotion to "
            + course.environment()
            + " stopped, and what it applied stays: "
            + why
            + lost(course),
        next(course));
  }

  /** The way back was refused. */
  static SlipwayException refused(Course course, String why, SlipwayException refusal) {
    return new SlipwayException(
        PromotionError.PROMOTION_STOPPED,
        "The promotion to "
            + course.environment()
            + " was to be taken back ("
            + why
            + "), and that was refused: "
            + refusal.what(),
        refusal.next() + "\n" + next(course),
        refusal);
  }

  private static String lost(Course course) {
    List<String> lost =
        course.plan().migrations().stream()
            .filter(each -> !each.lost().isEmpty())
            .map(each -> "\n  " + each.name() + ": " + String.join("; ", each.lost()))
            .toList();
    return lost.isEmpty() ? "" : "\nTaking it back loses data for good:" + String.join("", lost);
  }

  private static String next(Course course) {
    String environment = course.environment();
    ReturnPoint point = course.returnPoint();
    StringBuilder rollback = new StringBuilder("slipway rollback ").append(environment);
    rollback
        .append(" --to ")
        .append(Objects.requireNonNullElse(course.plan().last(), Executor.BEGINNING));
    course.plan().migrations().stream()
        .filter(each -> !each.lost().isEmpty())
        .forEach(each -> rollback.append(" --accept-loss ").append(each.name()));
    return "Look, and decide:\n"
        + "  slipway promote "
        + environment
        + " --resume          goes on where it stopped, once the cause is mended\n"
        + "  slipway promote "
        + environment
        + " --abort           takes back what it applied, where nothing is lost\n"
        + "  slipway promote "
        + environment
        + " --abort --keep    ends it, and leaves what it applied\n"
        + "  "
        + rollback
        + (course.policy().backup() == PromotionPolicy.Backup.NONE
            ? ""
            : "\n  slipway restore " + environment + " --into NAME       the backup, beside it")
        + (point == null ? "" : point.words(environment, course.settings().pitr()));
  }
}
