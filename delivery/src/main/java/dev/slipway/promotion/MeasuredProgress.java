package dev.slipway.promotion;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.LockHolder;
import dev.slipway.dialect.RowsBack;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.ServerError;
import dev.slipway.evidence.StepCost;
import dev.slipway.migration.BackfillMark;
import dev.slipway.migration.PendingHazard;
import dev.slipway.migration.Progress;
import dev.slipway.migration.RunResult;
import dev.slipway.plan.RowCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Passes on how far a run is, and keeps what it cost. Used by one run. */
final class MeasuredProgress implements Progress {

  /**
   * What a migration cost.
   *
   * @param name its name
   * @param milliseconds how long it took in all
   * @param attempts how often a segment gave way to others that held what it needed
   * @param waitedMilliseconds how long it paused before it tried again
   * @param batchRows how many rows backfills went through
   * @param parkedRows how many rows were copied aside
   * @param lockWaitMilliseconds how long its statements waited for locks, also where they gave way
   * @param steps what each of its statements cost
   */
  record Cost(
      String name,
      long milliseconds,
      int attempts,
      long waitedMilliseconds,
      long batchRows,
      long parkedRows,
      long lockWaitMilliseconds,
      List<StepCost> steps) {

    Cost {
      steps = List.copyOf(steps);
    }

    /** What is known when the run was not watched but by the ledger. */
    static Cost of(String name, Duration duration, List<Run.Step> steps) {
      return new Cost(
          name,
          duration.toMillis(),
          /* attempts= */ 0,
          /* waitedMilliseconds= */ 0,
          /* batchRows= */ 0,
          /* parkedRows= */ 0,
          Run.Step.waited(steps).toMillis(),
          steps.stream().map(StepCost::of).toList());
    }
  }

  private final Progress next;
  private final List<Cost> costs = new ArrayList<>();
  private int attempts;
  private long waited;
  private long batchRows;
  private long parkedRows;

  MeasuredProgress(Progress next) {
    this.next = next;
  }

  /** What each migration cost that was committed, in its order. */
  List<Cost> costs() {
    return List.copyOf(costs);
  }

  @Override
  public void waiting(LockHolder holder) {
    next.waiting(holder);
  }

  @Override
  public void asking(RowCheck check, int number, int total) {
    next.asking(check, number, total);
  }

  @Override
  public void hidden(List<ObjectId> tables) {
    next.hidden(tables);
  }

  @Override
  public void hazards(List<PendingHazard> hazards) {
    next.hazards(hazards);
  }

  @Override
  public void started(String name, int number, int total) {
    attempts = 0;
    waited = 0;
    batchRows = 0;
    parkedRows = 0;
    next.started(name, number, total);
  }

  @Override
  public void statement(int number, int total, String sql) {
    next.statement(number, total, sql);
  }

  @Override
  public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
    batchRows = visited;
    next.batch(mark, estimate, visited, time);
  }

  @Override
  public void lagging(Duration behind) {
    next.lagging(behind);
  }

  @Override
  public void ran(int number) {
    next.ran(number);
  }

  @Override
  public void recorded(int number, int of) {
    next.recorded(number, of);
  }

  @Override
  public void blocked(List<Blocker> blockers) {
    next.blocked(blockers);
  }

  @Override
  public void endedBlocker(Blocker blocker, boolean whole, boolean isDone) {
    next.endedBlocker(blocker, whole, isDone);
  }

  @Override
  public void gaveWay(ServerError why, int attempt, Duration pause) {
    attempts++;
    waited += pause.toMillis();
    next.gaveWay(why, attempt, pause);
  }

  @Override
  public void notice(String message) {
    next.notice(message);
  }

  @Override
  public void parked(String object, long rows) {
    parkedRows += rows;
    next.parked(object, rows);
  }

  @Override
  public void broughtBack(RowsBack back) {
    next.broughtBack(back);
  }

  @Override
  public void finished(RunResult.Done part) {
    costs.add(
        new Cost(
            part.name(),
            part.duration().toMillis(),
            attempts,
            waited,
            batchRows,
            parkedRows,
            part.waited().toMillis(),
            part.steps().stream().map(StepCost::of).toList()));
    next.finished(part);
  }

  @Override
  public void stoodIn(String name, List<String> names) {
    next.stoodIn(name, names);
  }
}
