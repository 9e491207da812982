package db;

import static db.Person.PERSON;

import dev.slipway.schema.DataMigration;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** The last word of a name. */
public final class LastName implements DataMigration {
  @Override
  public void migrate(Result<Record> rows, DSLContext database) {
    for (Record row : rows) {
      String[] words = row.get(PERSON.name).split(" ");
      if (words.length < 2) {
        throw new IllegalArgumentException("one word only, row " + row.get(PERSON.id));
      }
      database
          .update(PERSON)
          .set(PERSON.last, words[words.length - 1])
          .where(PERSON.id.eq(row.get(PERSON.id)))
          .execute();
    }
  }
}
