package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

/** Authors. */
public final class Author extends TableDefinition {
  public static final Author AUTHOR = new Author();

  public final Column<Integer> id = serial().primaryKey();

  private Author() {}
}
