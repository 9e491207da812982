package dev.slipway.schema.example;

import static dev.slipway.schema.example.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.util.UUID;
import org.jooq.JSONB;

/** Things to do. */
public final class Todo extends TableDefinition {
  public static final Todo TODO = new Todo();

  public final Column<Integer> id = serial("id").primaryKey();
  public final Column<String> text = text("text").notNull().check(text -> text.ne(""));
  public final Column<Boolean> completed = bool("completed").notNull().defaultTo(false);
  public final Column<UUID> userId =
      uuid("user_id").notNull().references(() -> USERS.id, onDelete(CASCADE));
  public final Column<Integer> parentId =
      integer("parent_id").references(() -> Todo.TODO.id, onUpdate(RESTRICT));
  public final Column<Priority> priority =
      enumeration("priority", Priority.class).notNull().defaultTo(Priority.NORMAL);
  public final Column<String[]> tags = text("tags").array().notNull().defaultTo(new String[] {});
  public final Column<JSONB> extra = jsonb("extra").notNull().defaultTo(JSONB.valueOf("{}"));

  private Todo() {
    super("todo");
    index(userId, id.desc());
    policy("own todos").forSelect().to(AUTHENTICATED).using("auth.uid() = user_id");
    realtime();
    comment("What is to be done");
  }
}
