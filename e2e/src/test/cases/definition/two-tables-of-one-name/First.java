package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class First extends TableDefinition {
  public static final First TABLE = new First();

  public final Column<Integer> id = serial("id").primaryKey();

  private First() {
    super("note");
  }
}
