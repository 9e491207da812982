package dev.slipway.schema.example;

import static dev.slipway.schema.example.Todo.TODO;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;
import java.util.UUID;

/** People; in a cycle with {@link Todo}. */
public final class Users extends TableDefinition {
  public static final Users USERS = new Users();

  public final Column<UUID> id = uuid("id").defaultSql("gen_random_uuid()").primaryKey();
  public final Column<String> email = varchar("email", 320).notNull().unique();
  public final Column<String> name = text("full_name").renamedFrom("name");
  public final Column<Integer> pinnedTodo =
      integer("pinned_todo_id").references(() -> TODO.id, onDelete(SET_NULL), deferrable());
  public final Column<OffsetDateTime> createdAt =
      timestamptz("created_at").notNull().defaultSql("now()");

  private Users() {
    super("users");
  }
}
