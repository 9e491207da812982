package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

/** Notes. */
public final class Note extends TableDefinition {
  public static final Note NOTE = new Note();

  public final Column<Integer> id = serial().primaryKey();
  public final Column<Integer> rank = integer();

  private Note() {
    index(rank).where(rank.gt(0));
  }
}
