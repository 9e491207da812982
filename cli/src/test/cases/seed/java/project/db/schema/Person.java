package db;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Person extends TableDefinition {
  public static final Person PERSON = new Person();

  public final Column<Long> id = bigint().primaryKey().generatedAlwaysAsIdentity();
  public final Column<String> name = text().notNull();
  public final Column<String> last = text();

  private Person() {}
}
