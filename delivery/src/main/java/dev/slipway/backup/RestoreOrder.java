package dev.slipway.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that run several at a time, in their order as far as they touch the same tables: one is
 * handed out when all before it that touch one of its tables have ended, so the indexes of one
 * table are built while the rows of another still come. Of those that may run, the one that touches
 * the largest table comes first, since most is waiting behind it. Thread-safe.
 */
final class RestoreOrder {

  private enum State {
    OPEN,
    RUNNING,
    DONE
  }

  private final List<RestoreTask> tasks;
  private final Map<String, Long> sizes = new HashMap<>();
  private final State[] states;
  private int firstOpen;
  private boolean isStopped;

  /**
   * @param tasks all of them, in an order in which they could run one after the other
   * @param tables the tables that have rows of their own; the rows of another, such as one that is
   *     partitioned, are in any of these
   * @param done the names of those that ran already
   */
  RestoreOrder(List<? extends RestoreTask> tasks, List<TableCopy> tables, Set<String> done) {
    this.tasks =
        tasks.stream()
            .<RestoreTask>map(each -> each)
            .filter(each -> !done.contains(each.name()))
            .toList();
    this.states = new State[this.tasks.size()];
    Arrays.fill(states, State.OPEN);
    tables.forEach(table -> sizes.put(table.shown(), table.bytes()));
  }

  /**
   * Puts statements together that may touch anything and follow one another.
   *
   * @param prefix what they are called in the journal, with their numbers behind it
   * @param most how many of them run in one transaction
   */
  static List<RestoreTask> statements(String prefix, List<String> sql, List<Tie> ties, int most) {
    List<RestoreTask> tasks = new ArrayList<>();
    int i = 0;
    while (i < sql.size()) {
      int end = i + 1;
      if (ties.get(i).tables().isEmpty()) {
        while (end < sql.size() && end - i < most && ties.get(end).tables().isEmpty()) {
          end++;
        }
      }
      tasks.add(
          new RestoreTask.Statements(
              prefix + " " + i + " to " + (end - 1), sql.subList(i, end), ties.get(i)));
      i = end;
    }
    return tasks;
  }

  /** How many tasks there are. */
  int size() {
    return tasks.size();
  }

  /** The next task that may run; waits for one, null when none is left or others failed. */
  synchronized @Nullable RestoreTask take() throws InterruptedException {
    while (true) {
      if (isStopped) {
        return null;
      }
      int found = find();
      if (found >= 0) {
        states[found] = State.RUNNING;
        return tasks.get(found);
      }
      if (firstOpen >= tasks.size()) {
        return null;
      }
      wait();
    }
  }

  private int find() {
    while (firstOpen < tasks.size() && states[firstOpen] == State.DONE) {
      firstOpen++;
    }
    int best = -1;
    boolean areRowsOpen = false;
    Map<String, RestoreTask.Beside> taken = new HashMap<>();
    for (int i = firstOpen; i < tasks.size(); i++) {
      RestoreTask task = tasks.get(i);
      if (states[i] == State.DONE) {
        continue;
      }
      if (task.tables().isEmpty()) {
        // it waits for all before it, and all behind it wait for it
        return i == firstOpen && states[i] == State.OPEN ? i : best;
      }
      if (states[i] == State.OPEN
          && isFree(task, taken, areRowsOpen)
          && (best < 0 || size(task) > size(tasks.get(best)))) {
        best = i;
      }
      areRowsOpen |= task instanceof RestoreTask.Rows;
      for (String table : task.tables()) {
        taken.merge(
            table, task.beside(), (one, other) -> one == other ? one : RestoreTask.Beside.NONE);
      }
    }
    return best;
  }

  private boolean isFree(
      RestoreTask task, Map<String, RestoreTask.Beside> taken, boolean areRowsOpen) {
    if (areRowsOpen
        && task instanceof RestoreTask.Statements
        && !sizes.keySet().containsAll(task.tables())) {
      return false;
    }
    return task.tables().stream()
        .noneMatch(table ->
            taken.containsKey(table)
                && (task.beside() == RestoreTask.Beside.NONE || taken.get(table) != task.beside()));
  }

  private long size(RestoreTask task) {
    return task.tables().stream().mapToLong(table -> sizes.getOrDefault(table, 0L)).max().orElse(0);
  }

  /** A task has run. */
  synchronized void ended(RestoreTask task) {
    states[tasks.indexOf(task)] = State.DONE;
    notifyAll();
  }

  /** Nothing more is handed out. */
  synchronized void stop() {
    isStopped = true;
    notifyAll();
  }
}
