package dev.slipway.migration;

import dev.slipway.dialect.Conduct;
import dev.slipway.dialect.Transactions;
import dev.slipway.error.SlipwayException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts the statements of a part into segments: as few as the engine permits, and at the borders of
 * transactions that the script declares itself. Used once.
 */
final class SegmentCutter {

  private final Part part;
  private final Transactions transactions;
  private final Learned learned;
  private final List<Segment> segments = new ArrayList<>();

  private int first;
  private List<Integer> runs = new ArrayList<>();
  private boolean isDeclared;
  private int begunAt;

  /** Whether the statement before committed what was open. */
  private boolean isEnded;

  private String modes = "";
  private final Set<String> added = new HashSet<>();

  private SegmentCutter(Part part, Transactions transactions, Learned learned) {
    this.part = part;
    this.transactions = transactions;
    this.learned = learned;
  }

  /**
   * @return the segments, which cover all statements; one at least
   * @throws SlipwayException when a statement makes no sense in a migration; nothing ran
   */
  static List<Segment> cut(Part part, Transactions transactions, Learned learned) {
    return new SegmentCutter(part, transactions, learned).cut();
  }

  private List<Segment> cut() {
    int size = part.statements().size();
    for (int i = 0; i < size; i++) {
      if (learned.borders().contains(i)) {
        border(i);
      }
      if (learned.alone().contains(i) || part.backfill(i) != null) {
        isEnded = false;
        alone(i);
      } else {
        add(i, transactions.conduct(part.statements().get(i)));
      }
    }
    if (isDeclared && !runs.isEmpty()) {
      throw refused(
          MigrationError.TRANSACTION_CONTROL,
          begunAt,
          "the transaction that is begun here is never committed.",
          "Add COMMIT where it ends, or take the BEGIN out.");
    }
    close(size);
    if (segments.isEmpty()) {
      segments.add(new Segment(0, size, List.of(), false, "", false));
    } else if (first < size) {
      segments.add(segments.removeLast().until(size));
    }
    return segments;
  }

  private void add(int i, Conduct conduct) {
    requirePairs(i, conduct);
    switch (conduct) {
      case Conduct.Ordinary ordinary -> run(i);
      case Conduct.Sets sets -> run(i);
      case Conduct.Adds adds -> {
        added.add(adds.literal());
        runs.add(i);
      }
      case Conduct.Apart apart -> {
        border(i);
        run(i);
        border(i + 1);
      }
      case Conduct.Alone lone -> alone(i);
      case Conduct.Begins begins -> {
        // What is not a migration of ours is run as the server would run it, which only warns.
        if (!isDeclared) {
          close(i);
          isDeclared = true;
          begunAt = i;
          modes = begins.modes();
        }
      }
      case Conduct.Commits commits -> {
        String before = modes;
        close(i + 1);
        isDeclared = commits.chained();
        begunAt = i;
        modes = commits.chained() ? before : "";
      }
      case Conduct.Refused refused ->
          throw refused(
              MigrationError.TRANSACTION_CONTROL,
              i,
              refused.reason(),
              "Take the statement out, and what belongs to it.");
    }
  }

  /** Transactions don't nest: who writes them so takes for one what is two. */
  private void requirePairs(int i, Conduct conduct) {
    boolean isCommit = conduct instanceof Conduct.Commits;
    if (part.isMigration() && isDeclared && conduct instanceof Conduct.Begins) {
      throw refused(
          MigrationError.TRANSACTION_CONTROL,
          i,
          "a transaction is open already, begun by statement "
              + (begunAt + 1)
              + ": transactions don't nest, and the first COMMIT would end both.",
          "Take one BEGIN out, and its COMMIT.");
    }
    if (part.isMigration() && isEnded && isCommit) {
      throw refused(
          MigrationError.TRANSACTION_CONTROL,
          i,
          "the statement before it has committed already, and nothing is left to be committed.",
          "Take one COMMIT out, or add the BEGIN that it belongs to.");
    }
    isEnded = isCommit && !(conduct instanceof Conduct.Commits commits && commits.chained());
  }

  private void run(int i) {
    String sql = part.statements().get(i).sql();
    if (added.stream().anyMatch(sql::contains)) {
      border(i);
    }
    runs.add(i);
  }

  private void alone(int i) {
    if (isDeclared) {
      throw refused(
          MigrationError.NOT_IN_TRANSACTION,
          i,
          "the statement can't run in one transaction, but stands between BEGIN and COMMIT.",
          "Move it out of the transaction.");
    }
    close(i);
    segments.add(new Segment(first, i + 1, List.of(i), true, "", false));
    first = i + 1;
  }

  /** A transaction that the script declares is not cut by anyone else. */
  private void border(int i) {
    if (!isDeclared) {
      close(i);
    }
  }

  /** What holds no statement that runs goes with what follows. */
  private void close(int end) {
    if (!runs.isEmpty()) {
      segments.add(new Segment(first, end, runs, false, modes, isDeclared));
      runs = new ArrayList<>();
      first = end;
    }
    added.clear();
  }

  private SlipwayException refused(MigrationError code, int i, String what, String next) {
    Part.Place place = part.place(i, 0);
    return new SlipwayException(
        code, place.where() + ": " + what + "\n" + place.shown() + "\nNothing ran.", next);
  }
}
