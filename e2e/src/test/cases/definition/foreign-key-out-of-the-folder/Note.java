package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Note extends TableDefinition {
  public static final Note TABLE = new Note();

  public final Column<Integer> id = serial("id").primaryKey();
  public final Column<Integer> author = integer("author").references(() -> Author.TABLE.id);

  private Note() {
    super("note");
  }
}
