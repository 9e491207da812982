package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.Chats.CHATS;
import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Who takes part in which chat. */
public final class ChatParticipants extends TableDefinition {
  public static final ChatParticipants CHAT_PARTICIPANTS = new ChatParticipants();

  public final Column<UUID> chatId =
      uuid("chat_id").notNull().references(() -> CHATS.id, onDelete(CASCADE));
  public final Column<UUID> userId =
      uuid("user_id").notNull().references(() -> USERS.id, onDelete(CASCADE));
  public final Column<ParticipantRole> role =
      enumeration("role", ParticipantRole.class).notNull().defaultTo(ParticipantRole.MEMBER);
  public final Column<OffsetDateTime> joinedAt =
      timestamptz("joined_at").notNull().defaultSql("now()");
  public final Column<OffsetDateTime> lastSeenAt =
      timestamptz("last_seen_at").withComment("When the client last fetched the chat's messages");

  private ChatParticipants() {
    super("chat_participants");
    primaryKey(chatId, userId);
    index(userId);
    policy("participants of one's chats")
        .forSelect()
        .to(AUTHENTICATED)
        .using("public.is_chat_participant(chat_id)");
    policy("own participation")
        .forUpdate()
        .to(AUTHENTICATED)
        .using("auth.uid() = user_id")
        .withCheck("auth.uid() = user_id");
  }
}
