package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.Chats.CHATS;
import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What people write. */
public final class ChatMessages extends TableDefinition {
  public static final ChatMessages CHAT_MESSAGES = new ChatMessages();

  public final Column<UUID> id = uuid("id").defaultSql("gen_random_uuid()").primaryKey();
  public final Column<UUID> chatId =
      uuid("chat_id").notNull().references(() -> CHATS.id, onDelete(CASCADE));
  public final Column<UUID> senderId =
      uuid("sender_id").notNull().references(() -> USERS.id, onDelete(CASCADE));
  public final Column<UUID> replyToId =
      uuid("reply_to_id").references(() -> ChatMessages.CHAT_MESSAGES.id, onDelete(SET_NULL));
  public final Column<String> body = text("body").notNull();
  public final Column<OffsetDateTime> createdAt =
      timestamptz("created_at").notNull().defaultSql("now()");
  public final Column<OffsetDateTime> editedAt = timestamptz("edited_at");

  private ChatMessages() {
    super("chat_messages");
    check("chat_messages_body_length", "length(body) between 1 and 10000");
    index(chatId, createdAt.desc());
    index(senderId);
    policy("messages of one's chats")
        .forSelect()
        .to(AUTHENTICATED)
        .using("public.is_chat_participant(chat_id)");
    policy("own messages")
        .forInsert()
        .to(AUTHENTICATED)
        .withCheck("auth.uid() = sender_id and public.is_chat_participant(chat_id)");
  }
}
