package db;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Note extends TableDefinition {
  public static final Note NOTE = new Note();

  public final Column<Integer> id = serial("id").primaryKey();
  public final Column<String> text = txt("text").notNull();
  public final Column<Integer> author = integer("author").notNul();

  private Note() {
    super("note");
  }
}
