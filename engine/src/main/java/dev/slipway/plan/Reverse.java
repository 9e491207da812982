package dev.slipway.plan;

import java.util.List;

/** The way back from a step. */
public sealed interface Reverse {

  /**
   * The statements that restore the structure as it was, in their order, without final semicolons.
   */
  List<String> sql();

  /**
   * The step can be taken back: structure and rows are as they were, but for what was written
   * since.
   *
   * @param sql the statements; empty when taking back an earlier step takes this one along
   */
  record Reversible(List<String> sql) implements Reverse {
    /** Copies the statements. */
    public Reversible {
      sql = List.copyOf(sql);
    }
  }

  /**
   * The step loses data for good: its structure can be restored, what was in it can't.
   *
   * @param reason what is lost, as a sentence
   * @param sql the statements that restore the structure
   */
  record Irreversible(String reason, List<String> sql) implements Reverse {
    /** Copies the statements. */
    public Irreversible {
      sql = List.copyOf(sql);
    }
  }

  /**
   * The step can be taken back as long as what it parks is not purged: structure and rows are as
   * they were, but for what was written since.
   *
   * @param objects what is parked, and where; one at least
   * @param checks what the target's rows must satisfy before it is taken back
   * @param sql the statements
   */
  record Parked(List<ParkedObject> objects, List<RowCheck> checks, List<String> sql)
      implements Reverse {
    /** Copies the lists. */
    public Parked {
      objects = List.copyOf(objects);
      checks = List.copyOf(checks);
      sql = List.copyOf(sql);
    }
  }
}
