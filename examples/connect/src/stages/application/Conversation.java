package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.ChatMessages.CHAT_MESSAGES;
import static dev.slipway.examples.connect.Chats.CHATS;
import static dev.slipway.examples.connect.Users.USERS;
import static org.jooq.Records.mapping;

import java.sql.Connection;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What the application shows of a chat. */
public final class Conversation {

  private Conversation() {}

  /** A message as it is shown. */
  public record Line(long seq, String from, MessageStatus status, String body) {}

  /** The last messages of a chat, the newest first. */
  public static List<Line> last(Connection connection, String chat, int count) {
    return DSL.using(connection, SQLDialect.POSTGRES)
        .select(CHAT_MESSAGES.seq, USERS.displayName, CHAT_MESSAGES.status, CHAT_MESSAGES.body)
        .from(CHAT_MESSAGES)
        .join(CHATS)
        .onKey(CHAT_MESSAGES.chatId)
        .join(USERS)
        .onKey(CHAT_MESSAGES.senderId)
        .where(CHATS.title.eq(chat))
        .orderBy(CHAT_MESSAGES.seq.desc())
        .limit(count)
        .fetch(mapping(Line::new));
  }
}
