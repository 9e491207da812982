package app;

import dev.slipway.schema.*;

public final class People extends TableDefinition {
  static final People PEOPLE = new People();
  final Column<Long> id = bigint().primaryKey();
  final Column<Mood> mood = enumeration(Mood.class).defaultTo(Mood.MEDIUM);
  final Column<Place> home = composite(Place.class);
  final Column<String> mail = domain(Shop.SHOP.mail);
  final Column<Long> number = bigint().defaultTo(Shop.SHOP.number.nextval());

  People() {
    check("not_sad", mood.ne(Mood.SAD));
    index(mood);
  }
}
