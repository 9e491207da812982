package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.util.UUID;

/** Who signs in. */
public final class Users extends TableDefinition {
  public static final Users USERS = new Users();

  public final Column<UUID> id = uuid("id").defaultSql("gen_random_uuid()").primaryKey();

  // never shown to others
  public final Column<String> email = text("email").notNull().unique();

  /** What others see. */
  public final Column<String> name = varchar("name", 40);

  public final Column<Mood> mood = enumeration(Mood.class).defaultTo(Mood.HAPPY);

  private Users() {
    super("users");
  }
}
