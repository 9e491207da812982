package app;

import dev.slipway.schema.*;

public final class People extends TableDefinition {
  public static final People PEOPLE = new People();

  public final Column<Integer> id = serial().primaryKey();
  public final Column<String> name = text();

  private People() {}
}
