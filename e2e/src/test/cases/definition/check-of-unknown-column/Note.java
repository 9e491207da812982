package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Note extends TableDefinition {
  public static final Note TABLE = new Note();

  public final Column<Integer> id = serial("id").primaryKey();

  private Note() {
    super("note");
    check("done_is_known", "done is not null");
  }
}
