package dev.slipway.proof;

/** What came of a proof in one direction. */
public sealed interface Verdict {

  /**
   * Everything is as it should be, forth and back.
   *
   * @param columnOrder whether columns stand in another order than they would in a new database
   */
  record Converged(boolean columnOrder) implements Verdict {}

  /**
   * It was refused by name before anything ran.
   *
   * @param code the code of the refusal
   * @param message what it says
   */
  record Refused(String code, String message) implements Verdict {}

  /**
   * Something is not as it should be: a defect of Slipway.
   *
   * @param stage at which stage it was seen
   * @param reason what was seen, in one line
   * @param details what is needed to understand it
   */
  record Wrong(Stage stage, String reason, String details) implements Verdict {}

  /** The stages of a proof. */
  enum Stage {
    /** Comparing the catalogs and writing the migration. */
    PLAN("plan"),
    /** Running the way forth. */
    UP("up"),
    /** What pg_dump says after the way forth. */
    DUMP("dump after up"),
    /** What the catalog says after the way forth: the second plan is not empty. */
    SECOND_PLAN("second plan"),
    /** Rows after the way forth. */
    ROWS("rows after up"),
    /** Running the way back. */
    DOWN("down"),
    /** What pg_dump says after the way back. */
    DUMP_BACK("dump after down"),
    /** What the catalog says after the way back. */
    CATALOG_BACK("catalog after down"),
    /** Rows after the way back. */
    ROWS_BACK("rows after down");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
