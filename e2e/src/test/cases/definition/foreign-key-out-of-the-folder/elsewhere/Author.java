package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Author extends TableDefinition {
  public static final Author TABLE = new Author();

  public final Column<Integer> id = serial("id").primaryKey();

  private Author() {
    super("author");
  }
}
