package db;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Note extends TableDefinition {
  public static final Note NOTE = new Note();

  // counted by hand
  public final Column<Integer> id = integer().primaryKey();

  private Note() {}
}
