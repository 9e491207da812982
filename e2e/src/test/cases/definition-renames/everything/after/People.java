package app;

import dev.slipway.schema.*;

public final class People extends TableDefinition {
  static final People PEOPLE = new People();
  final Column<Long> id = bigint().primaryKey();
  final Column<Mood> mood = enumeration(Mood.class).defaultTo(Mood.MEDIUM).renamedFrom("mood");
  final Column<Place> address = composite(Place.class).renamedFrom("home");
  final Column<String> mail = domain(Shop.SHOP.email);
  final Column<Long> number = bigint().defaultTo(Shop.SHOP.next.nextval());

  People() {
    super(Shop.SHOP, "customers");
    renamedFrom("public", "people");
    check("not_sad", mood.ne(Mood.SAD));
    index(mood);
  }
}
