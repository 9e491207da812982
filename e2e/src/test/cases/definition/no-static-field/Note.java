package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Note extends TableDefinition {
  public final Column<Integer> id = serial("id").primaryKey();

  private Note() {
    super("note");
  }
}
