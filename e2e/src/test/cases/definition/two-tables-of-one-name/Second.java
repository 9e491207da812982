package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Second extends TableDefinition {
  public static final Second TABLE = new Second();

  public final Column<Integer> id = serial("id").primaryKey();

  private Second() {
    super("note");
  }
}
