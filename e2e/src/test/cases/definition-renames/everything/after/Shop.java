package app;

import static dev.slipway.schema.ValueType.text;

import dev.slipway.schema.*;

public final class Shop extends SchemaDefinition {
  static final Shop SHOP = new Shop();
  final Domain<String> email =
      domain(text()).check("mail_form", "value like '%@%'").renamedFrom("mail");
  final SequenceDefinition<Long> next = sequence("next \"number\"").renamedFrom("number");

  Shop() {
    super("store");
    renamedFrom("shop");
  }
}
