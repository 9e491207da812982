package dev.slipway.cli.command;

import dev.slipway.catalog.ObjectId;
import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.Console;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.HiddenRows;
import dev.slipway.cli.output.PendingHazardReport;
import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.LockHolder;
import dev.slipway.dialect.RowsBack;
import dev.slipway.dialect.ServerError;
import dev.slipway.migration.BackfillMark;
import dev.slipway.migration.PendingHazard;
import dev.slipway.migration.Progress;
import dev.slipway.migration.RunResult;
import dev.slipway.plan.RowCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says on standard error how far a run is: one line for each transaction that is committed, and
 * where a run of several takes long, how fast it is and how much of it is left.
 */
final class ConsoleProgress implements Progress {

  /** How often it is said how far a run is where nothing can be drawn. */
  private static final long REMARK_MILLIS = 5000;

  private final Console console;
  private final String verb;
  private final Clock clock;
  private final @Nullable Activity activity;
  private @Nullable LockHolder told;
  private List<PendingHazard> hazards = List.of();
  private String name = "";
  private String place = "";
  private int number;
  private int total;
  private long began;
  private long last;

  /**
   * @param console where it is said
   * @param verb what was done to a part that is committed: {@code applied}; empty when the command
   *     says so itself
   * @param clock what tells the time
   * @param activity the line that is drawn; null without a terminal
   */
  ConsoleProgress(Console console, String verb, Clock clock, @Nullable Activity activity) {
    this.console = console;
    this.verb = verb;
    this.clock = clock;
    this.activity = activity;
    this.began = clock.millis();
    this.last = began;
  }

  @Override
  public void asking(RowCheck check, int question, int questions) {
    if (activity != null) {
      String shown = "asking rows, " + question + " of " + questions + ": " + check.demand();
      activity.say(elapsed -> shown + "  " + Activity.duration(elapsed));
    }
  }

  @Override
  public void hidden(List<ObjectId> tables) {
    console.note(HiddenRows.line(tables));
  }

  @Override
  public void hazards(List<PendingHazard> found) {
    if (!found.equals(hazards)) {
      hazards = List.copyOf(found);
      new PendingHazardReport(found).lines(console.noteStyle()).forEach(console::note);
    }
  }

  /** The hazards that were told last. */
  List<PendingHazard> told() {
    return hazards;
  }

  @Override
  public void started(String part, int partNumber, int parts) {
    if (partNumber == 1) {
      began = clock.millis();
      last = began;
    }
    name = part;
    number = partNumber;
    total = parts;
    place = "";
    say();
  }

  @Override
  public void statement(int statement, int statements, String sql) {
    place = statements > 1 ? "  statement " + statement + " of " + statements : "";
    say();
  }

  private void say() {
    if (activity != null) {
      String shown = name + place;
      int before = number - 1;
      int of = total;
      long since = began;
      activity.say(elapsed ->
          of > 1
              ? pace(before, of, clock.millis() - since) + "  " + shown
              : shown + "  " + Activity.duration(elapsed));
    }
  }

  /**
   * How far it is, how fast, and how long the rest takes: {@code 40 of 90, 20 per second, 2 s
   * left}.
   */
  static String pace(int done, int of, long millis) {
    String far = done + " of " + of;
    if (done == 0 || millis < 1) {
      return far;
    }
    double perSecond = done * 1000.0 / millis;
    long left = Math.round((of - done) / perSecond);
    String rate =
        perSecond >= 1
            ? Math.round(perSecond) + " per second"
            : Math.max(1, Math.round(perSecond * 60)) + " per minute";
    return far + ", " + rate + ", " + Activity.duration(left * 1000) + " left";
  }

  @Override
  public void waiting(LockHolder holder) {
    if (!holder.equals(told)) {
      told = holder;
      console.note("waiting for " + holder);
    }
  }

  @Override
  public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
    String far = backfilled(mark, estimate, visited, time.toMillis());
    if (activity != null) {
      String shown = name + "  " + far;
      activity.say(elapsed -> shown);
    } else {
      long now = clock.millis();
      if (now - last >= REMARK_MILLIS) {
        last = now;
        console.note(console.noteStyle().faint("  " + far));
      }
    }
  }

  /**
   * How far a backfill is: {@code 40000 of about 90000 rows, 20000 per second, 3 s left, 8 batches,
   * 40000 changed}. The estimate can be too small, so more than it is never said to be left.
   */
  static String backfilled(BackfillMark mark, long estimate, long visited, long millis) {
    return RowProgress.pace(mark.visited(), estimate, visited, millis)
        + ", "
        + Count.of(mark.batches(), "batch", "batches")
        + ", "
        + mark.changed()
        + " changed";
  }

  @Override
  public void lagging(Duration behind) {
    console.note("  a replica is " + Activity.duration(behind.toMillis()) + " behind: waiting");
  }

  @Override
  public void blocked(List<Blocker> blockers) {
    blockers.forEach(blocker -> console.note("  waiting for " + blocker));
  }

  @Override
  public void endedBlocker(Blocker blocker, boolean whole, boolean isDone) {
    console.note(
        "  "
            + (isDone ? whole ? "ended " : "canceled " : "could not end ")
            + blocker
            + ", as the script declares");
  }

  @Override
  public void gaveWay(ServerError why, int attempt, Duration pause) {
    console.note(
        "  gave way ("
            + why.message()
            + "); attempt "
            + (attempt + 1)
            + " in "
            + pause.toMillis()
            + " ms");
  }

  @Override
  public void notice(String message) {
    console.note(console.noteStyle().faint("  server: " + message));
  }

  @Override
  public void parksMany(int number, long rows) {
    console.note(
        "  statement "
            + number
            + " takes about "
            + Count.of(rows, "row", "rows")
            + ", which are copied first; \"-- slipway: parked: off\" before it waives that");
  }

  @Override
  public void parksAgain(int number, List<ObjectId> tables) {
    console.note(
        console
            .noteStyle()
            .faint(
                "  statement "
                    + number
                    + " takes rows by what it calls: it runs again while those of "
                    + tables.stream().map(ObjectId::dotted).collect(Collectors.joining(", "))
                    + " are copied"));
  }

  @Override
  public void parked(String object, long rows) {
    if (!verb.isEmpty()) {
      console.note(
          console.noteStyle().faint("  parked " + object + ": " + Count.of(rows, "row", "rows")));
    }
  }

  @Override
  public void broughtBack(RowsBack back) {
    List<String> parts = new ArrayList<>();
    add(parts, back.inserted(), "inserted");
    add(parts, back.updated(), "with their old values");
    add(parts, back.kept(), "written since, which stay so");
    add(parts, back.gone(), "not there any more");
    console.note(
        "  brought back "
            + back.object()
            + ": "
            + (parts.isEmpty() ? "nothing was left to do" : String.join(", ", parts)));
  }

  private static void add(List<String> parts, long rows, String what) {
    if (rows > 0) {
      parts.add(rows + " " + what);
    }
  }

  @Override
  public void recorded(int number, int of) {
    if (of > 1 && !verb.isEmpty()) {
      console.note(console.noteStyle().faint("  segment " + number + " of " + of));
    }
  }

  @Override
  public void finished(RunResult.Done part) {
    if (verb.isEmpty()) {
      return;
    }
    console.note(
        console.noteStyle().good(verb)
            + " "
            + part.name()
            + console.noteStyle().faint("  " + part.duration().toMillis() + " ms" + waited(part)));
    long now = clock.millis();
    if (activity == null && number < total && now - last >= REMARK_MILLIS) {
      last = now;
      console.note(console.noteStyle().faint("  " + pace(number, total, now - began)));
    }
  }

  /** Words only where others were in the way: mostly nobody is. */
  private static String waited(RunResult.Done part) {
    return part.waited().isZero() ? "" : ", waited " + part.waited().toMillis() + " ms for locks";
  }

  @Override
  public void stoodIn(String name, List<String> names) {
    if (!verb.isEmpty()) {
      console.note("recorded " + name + " in place of " + String.join(", ", names));
    }
  }
}
