package app;

import static app.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.LocalDate;
import java.util.UUID;

/** What is to be done. */
public final class Todo extends TableDefinition {
  public static final Todo TODO = new Todo();

  public final Column<Integer> id = serial().primaryKey();

  /** The owner; their todos go with them. */
  public final Column<UUID> owner =
      uuid("user_id")
          .notNull()
          // deleted together
          .references(() -> USERS.id, onDelete(CASCADE));

  public final Column<String> text = text().notNull();
  public final Column<LocalDate> due = date(); // a day, no time
  public final Column<Boolean> done = bool().notNull().defaultTo(false);

  private Todo() {
    // what lists are made of
    index(owner, due);

    policy("own todos").using("user_id is not null");
    check("short_text", text.length().lt(1000));
  }
}
