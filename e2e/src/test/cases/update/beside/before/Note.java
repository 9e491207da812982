package app;

import dev.slipway.schema.*;

public final class Note extends TableDefinition {
  public static final Note NOTE = new Note();

  public final Column<Integer> id = serial().primaryKey(); // counted
  public final Column<String> text = text();

  private Note() {}
}
