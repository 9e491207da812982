package app;

import static dev.slipway.schema.ValueType.text;

import dev.slipway.schema.*;

public final class Shop extends SchemaDefinition {
  static final Shop SHOP = new Shop();
  final Domain<String> mail = domain(text()).check("mail_form", "value like '%@%'");
  final SequenceDefinition<Long> number = sequence();

  Shop() {
    super("shop");
  }
}
