package db;

import static db.Person.PERSON;

import dev.slipway.schema.Seed;
import java.util.Random;
import org.jooq.DSLContext;

/** The same three people each time. */
public final class People implements Seed {
  @Override
  public void seed(DSLContext database, String environment) {
    var random = new Random(7);
    database.deleteFrom(PERSON).execute();
    for (int i = 1; i <= 3; i++) {
      database
          .insertInto(PERSON)
          .set(PERSON.name, environment + " " + i + " " + random.nextInt(100))
          .execute();
    }
  }
}
