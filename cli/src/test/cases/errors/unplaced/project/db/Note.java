package db;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.util.List;

public final class Note extends TableDefinition {
  public static final Note NOTE = new Note();

  public final Column<Integer> id = integer().primaryKey();
  public final Column<Integer> pages = integer();

  private Note() {
    for (Column<?> column : List.of(pages)) {
      index(column).named("note_by_" + column.getName());
    }
  }
}
