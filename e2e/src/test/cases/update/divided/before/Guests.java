package app;

import static app.People.PEOPLE;

import dev.slipway.schema.*;
import java.time.LocalDate;

public final class Guests extends TableDefinition {
  public static final Guests GUESTS = new Guests();

  public final Column<Integer> id = integer().notNull().inherited();
  public final Column<String> name = text().inherited();
  public final Column<LocalDate> until = date();

  private Guests() {
    inherits(() -> PEOPLE); // a guest is somebody
  }
}
