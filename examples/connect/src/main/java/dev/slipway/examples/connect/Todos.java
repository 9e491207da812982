package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.Chats.CHATS;
import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What someone has to do, perhaps because of a chat. */
public final class Todos extends TableDefinition {
  public static final Todos TODOS = new Todos();

  public final Column<Integer> id = serial("id").primaryKey();
  public final Column<UUID> userId =
      uuid("user_id").notNull().references(() -> USERS.id, onDelete(CASCADE));
  public final Column<UUID> chatId = uuid("chat_id").references(() -> CHATS.id, onDelete(SET_NULL));
  public final Column<String> text = text("text").notNull().check(text -> text.ne(""));
  public final Column<Boolean> completed = bool("completed").notNull().defaultTo(false);
  public final Column<Short> priority =
      smallint("priority").notNull().defaultTo((short) 2).check("priority between 1 and 3");
  public final Column<String[]> tags = text("tags").array().notNull().defaultTo(new String[] {});
  public final Column<LocalDate> dueOn = date("due_on");
  public final Column<OffsetDateTime> createdAt =
      timestamptz("created_at").notNull().defaultSql("now()");

  private Todos() {
    super("todos");
    index(userId, dueOn.asc().nullsLast()).where(completed.isFalse()).named("todos_open_idx");
    policy("own todos")
        .to(AUTHENTICATED)
        .using("auth.uid() = user_id")
        .withCheck("auth.uid() = user_id");
  }
}
