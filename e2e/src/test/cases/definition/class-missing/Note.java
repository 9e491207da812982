package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Note extends TableDefinition {
  public static final Note TABLE = new Note();

  public final Column<Integer> id = serial("id").primaryKey();
  public final Column<Integer> size = integer("size").check("size < " + Limits.most());

  private Note() {
    super("note");
  }
}
