package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.ChatMessages.CHAT_MESSAGES;
import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Who has read which message. */
public final class ReadReceipts extends TableDefinition {
  public static final ReadReceipts READ_RECEIPTS = new ReadReceipts();

  public final Column<UUID> messageId =
      uuid("message_id").notNull().references(() -> CHAT_MESSAGES.id, onDelete(CASCADE));
  public final Column<UUID> userId =
      uuid("user_id").notNull().references(() -> USERS.id, onDelete(CASCADE));
  public final Column<OffsetDateTime> readAt = timestamptz("read_at").notNull().defaultSql("now()");

  private ReadReceipts() {
    super("read_receipts");
    primaryKey(messageId, userId);
    index(userId);
    policy("receipts of messages one sees")
        .forSelect()
        .to(AUTHENTICATED)
        .using("exists (select 1 from public.chat_messages m where m.id = message_id)");
    policy("own receipts").forInsert().to(AUTHENTICATED).withCheck("auth.uid() = user_id");
  }
}
