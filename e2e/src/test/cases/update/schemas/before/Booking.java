package app;

import static dev.slipway.schema.ValueType.*;

import dev.slipway.schema.*;

public final class Booking extends SchemaDefinition {
  public static final Booking BOOKING = new Booking();

  // What one writes to.
  public final Domain<String> mail = domain(text()).check("has_an_at", "value like '%@%'");
  public final Domain<Integer> old = domain(integer());
  public final SequenceDefinition<Long> number =
      sequence("invoice_number").startWith(1000); // of bills

  private Booking() {
    super("booking");
    number.grant(USAGE).to("reader");
  }
}
