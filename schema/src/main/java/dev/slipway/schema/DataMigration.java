package dev.slipway.schema;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * What a migration does to rows in Java, where SQL alone can't say it. The interface of a user's
 * class, which has a constructor without parameters and lies beside the definition; a directive of
 * {@code up.sql} names it, and the {@code select} behind that says which rows it is handed.
 *
 * <pre>{@code
 * public final class SplitNames implements DataMigration {
 *   public void migrate(Result<Record> rows, DSLContext database) {
 *     for (Record row : rows) {
 *       String first = row.get("name", String.class).split(" ")[0];
 *       database
 *           .update(PERSON)
 *           .set(PERSON.first, first)
 *           .where(PERSON.id.eq(row.get(PERSON.id)))
 *           .execute();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>An object is made for each statement that names the class, and is called by one thread.
 */
@FunctionalInterface
public interface DataMigration {

  /**
   * Does to one batch of rows what the migration wants. All that it writes through {@code database}
   * is committed together with how far the walk is, so that each batch counts once; what it does
   * elsewhere may happen again, since a batch whose transaction was rolled back comes again.
   *
   * @param rows the rows of the batch; at least one
   * @param database the batch's transaction; it can neither be committed nor rolled back here
   * @throws Exception whatever it throws takes back the batch and ends the run, unless others held
   *     what it needs: then the batch comes again
   */
  void migrate(Result<Record> rows, DSLContext database) throws Exception;
}
