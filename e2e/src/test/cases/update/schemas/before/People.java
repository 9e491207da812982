package app;

import static app.Booking.BOOKING;

import dev.slipway.schema.*;

public final class People extends TableDefinition {
  public static final People PEOPLE = new People();

  public final Column<String> mail = domain(BOOKING.mail); // the main one
  public final Column<Address> home = composite(Address.class);

  private People() {}
}
