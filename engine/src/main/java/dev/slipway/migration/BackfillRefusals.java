package dev.slipway.migration;

import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import java.sql.SQLException;

/**
 * Why a backfill can't begin or go on, and what stays of it.
 *
 * @param segments who runs the segments around it
 * @param course how far the migration is
 * @param number the statement, from 0
 * @param backfill how it runs
 */
record BackfillRefusals(SegmentRunner segments, Course course, int number, Backfill backfill) {

  String state(BackfillMark mark) {
    return mark.batches() == 0
        ? segments.state()
        : "Of "
            + part().name()
            + ", "
            + (course.done() == 0 ? "" : course.done() + " of " + course.of() + " segments and ")
            + mark.batches()
            + (mark.batches() == 1 ? " batch" : " batches")
            + " of a backfill ("
            + mark.changed()
            + (mark.changed() == 1 ? " row" : " rows")
            + " changed) stayed; the next run goes on behind them.";
  }

  SlipwayException unfit() {
    Part.Place place = part().place(number, 0);
    return new SlipwayException(
        MigrationError.BACKFILL_FORM,
        place.where()
            + ": no condition can be added to this statement, so that it can't run in batches.\n"
            + place.shown()
            + "\n"
            + segments.state(),
        "Write an update, delete or insert … select without group by, order by, limit or union at"
            + " its end, or take the backfill directive out.");
  }

  SlipwayException edited(BackfillMark earlier) {
    Part.Place place = part().place(number, 0);
    return new SlipwayException(
        MigrationError.EDITED_AFTER_APPLY,
        place.where()
            + ": the statement, or the key that it is walked by, was edited after it had run for "
            + earlier.visited()
            + " rows.\n"
            + place.shown()
            + "\n"
            + state(earlier),
        "Restore it as it ran, or say which rows are left with remaining='CONDITION': those are"
            + " walked to from the beginning then.");
  }

  SlipwayException incomplete(long left, int walks, BackfillMark mark) {
    Part.Place place = part().place(number, 0);
    return new SlipwayException(
        MigrationError.BACKFILL_INCOMPLETE,
        place.where()
            + ": after "
            + walks
            + " walks over the whole table "
            + left
            + (left == 1 ? " row is" : " rows are")
            + " not done: "
            + backfill.remaining()
            + "\n"
            + place.shown()
            + "\n"
            + state(mark),
        "Look at them: select * from "
            + backfill.table()
            + (backfill.alias() == null ? "" : " " + backfill.alias())
            + " where "
            + backfill.remaining()
            + " limit 10. Mend the statement, or what writes such rows, then run the command"
            + " again.");
  }

  /** The server refused a batch. */
  SlipwayException refused(BackfillMark mark, ServerError error, SQLException cause) {
    return segments.failureAt(state(mark)).inStatement(number, error, cause);
  }

  /** The class that was handed a batch failed. */
  SlipwayException failed(BackfillMark mark, BatchWork.Failure failure) {
    Part.Place place = part().place(number, 0);
    return new SlipwayException(
        MigrationError.DATA_MIGRATION_FAILED,
        "The class "
            + backfill.className()
            + " failed with a batch of rows: "
            + failure.getMessage()
            + "\n"
            + place.where()
            + "\n"
            + place.shown()
            + "\n"
            + state(mark),
        "Mend the class, or the rows, then run the command again: it goes on there.",
        failure);
  }

  private Part part() {
    return course.part();
  }
}
