package dev.slipway.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements that run several at a time, in their order as far as they touch the same tables: one
 * is handed out when all before it that touch one of its tables have ended. Thread-safe.
 */
final class TiedStatements {

  /**
   * Some statements that run in one transaction.
   *
   * @param name what it is called in the journal
   * @param sql the statements in their order
   * @param tie what they touch
   */
  record Unit(String name, List<String> sql, Tie tie) {}

  private enum State {
    OPEN,
    RUNNING,
    DONE
  }

  private final List<Unit> units;
  private final State[] states;
  private int firstOpen;
  private boolean isStopped;

  private TiedStatements(List<Unit> units) {
    this.units = units;
    this.states = new State[units.size()];
    Arrays.fill(states, State.OPEN);
  }

  /**
   * @param most how many statements that may touch anything run in one transaction
   * @param done the names of those that ran already
   */
  static TiedStatements of(
      String prefix, List<String> sql, List<Tie> ties, int most, Set<String> done) {
    List<Unit> units = new ArrayList<>();
    int i = 0;
    while (i < sql.size()) {
      int end = i + 1;
      if (ties.get(i).tables().isEmpty()) {
        while (end < sql.size() && end - i < most && ties.get(end).tables().isEmpty()) {
          end++;
        }
      }
      units.add(new Unit(prefix + " " + i + " to " + (end - 1), sql.subList(i, end), ties.get(i)));
      i = end;
    }
    units.removeIf(unit -> done.contains(unit.name()));
    return new TiedStatements(units);
  }

  /** How many units there are. */
  int size() {
    return units.size();
  }

  /** The next unit that may run; waits for one, null when none is left or others failed. */
  synchronized @Nullable Unit take() throws InterruptedException {
    while (true) {
      if (isStopped) {
        return null;
      }
      int found = find();
      if (found >= 0) {
        states[found] = State.RUNNING;
        return units.get(found);
      }
      if (firstOpen >= units.size()) {
        return null;
      }
      wait();
    }
  }

  private int find() {
    while (firstOpen < units.size() && states[firstOpen] == State.DONE) {
      firstOpen++;
    }
    Set<String> taken = new HashSet<>();
    Map<String, Boolean> shared = new HashMap<>();
    for (int i = firstOpen; i < units.size(); i++) {
      Tie tie = units.get(i).tie();
      boolean isBarrier = tie.tables().isEmpty();
      boolean isFirst = i == firstOpen;
      if (states[i] == State.OPEN) {
        boolean isFree =
            isBarrier
                ? isFirst
                : tie.tables().stream()
                    .noneMatch(table ->
                        taken.contains(table)
                            && !(tie.shared() && shared.getOrDefault(table, false)));
        if (isFree) {
          return i;
        }
      }
      if (isBarrier && states[i] != State.DONE) {
        return -1;
      }
      if (states[i] != State.DONE) {
        for (String table : tie.tables()) {
          boolean wasTaken = !taken.add(table);
          shared.put(table, tie.shared() && (!wasTaken || shared.getOrDefault(table, false)));
        }
      }
    }
    return -1;
  }

  /** A unit has run. */
  synchronized void ended(Unit unit) {
    states[units.indexOf(unit)] = State.DONE;
    notifyAll();
  }

  /** Nothing more is handed out. */
  synchronized void stop() {
    isStopped = true;
    notifyAll();
  }
}
