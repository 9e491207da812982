package dev.slipway.cli.output;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.SegmentRecord;
import dev.slipway.migration.BackfillMark;
import dev.slipway.migration.Migration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a migration is that is neither whole nor absent, as a person and a program read it. */
final class AdvanceReport {

  private AdvanceReport() {}

  /**
   * @param pending what the target lacks; where the migration is among it, the statement's place is
   *     told
   */
  static String text(Advance advance, List<Migration> pending) {
    SegmentRecord last = advance.segments().getLast();
    int of = last.entry().of();
    String done = advance.done().size() + " of " + of + " segments are done";
    SegmentRecord open = advance.open();
    BackfillMark backfill = open == null ? null : BackfillMark.parse(open.mark());
    return advance.migration()
        + (isBack(advance) ? " is taken back in part: " : " is applied in part: ")
        + done
        + (open == null
            ? ", the last one at " + last.doneAt() + " by " + last.by()
            : "; segment "
                + open.entry().number()
                + " ("
                + statement(advance, open.entry().end(), pending)
                + ") was begun at "
                + open.begunAt()
                + " by "
                + open.by()
                + (backfill == null
                    ? ", and its end was not seen"
                    : "; of its backfill "
                        + Count.of(backfill.batches(), "batch", "batches")
                        + (backfill.batches() == 1 ? " is done, " : " are done, ")
                        + Count.of(backfill.changed(), "row")
                        + " changed"))
        + ". Run "
        + (isBack(advance) ? "rollback" : "migrate")
        + " to go on";
  }

  private static String statement(Advance advance, int number, List<Migration> pending) {
    return pending.stream()
        .filter(migration -> migration.name().equals(advance.migration()))
        .filter(migration -> migration.up().statements().size() >= number)
        .map(migration ->
            migration.up().file() + ":" + migration.up().statements().get(number - 1).line())
        .findFirst()
        .orElse("statement " + number);
  }

  static @Nullable Map<String, @Nullable Object> json(@Nullable Advance advance) {
    if (advance == null) {
      return null;
    }
    SegmentRecord last = advance.segments().getLast();
    SegmentRecord open = advance.open();
    return Json.object()
        .with("migration", advance.migration())
        .with("direction", isBack(advance) ? "down" : "up")
        .with("done", advance.done().size())
        .with("segments", last.entry().of())
        .with("since", advance.segments().getFirst().begunAt().toString())
        .with("open", open == null ? null : open.entry().number())
        .with("statement", open == null ? last.entry().end() + 1 : open.entry().end())
        .with("backfill", backfill(open))
        .members();
  }

  private static @Nullable Map<String, @Nullable Object> backfill(@Nullable SegmentRecord open) {
    BackfillMark mark = open == null ? null : BackfillMark.parse(open.mark());
    return mark == null
        ? null
        : Json.object()
            .with("batches", mark.batches())
            .with("visited", mark.visited())
            .with("changed", mark.changed())
            .members();
  }

  private static boolean isBack(Advance advance) {
    return advance.direction() == Run.Direction.DOWN;
  }
}
