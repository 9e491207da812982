package demo;

import static dev.slipway.examples.connect.ChatMessages.CHAT_MESSAGES;
import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.examples.connect.MessageStatus;
import java.util.stream.Collectors;
import org.jooq.CloseableDSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** What the application reads after the change. */
public final class Conversation {

  private Conversation() {}

  record Line(Long seq, String name, String body, MessageStatus status) {}

  /** The messages in their order. */
  public static String read(String url) {
    try (CloseableDSLContext db = DSL.using(url)) {
      return db
          .select(CHAT_MESSAGES.seq, USERS.displayName, CHAT_MESSAGES.body, CHAT_MESSAGES.status)
          .from(CHAT_MESSAGES)
          .join(USERS)
          .on(CHAT_MESSAGES.senderId.eq(USERS.id))
          .orderBy(CHAT_MESSAGES.seq)
          .fetch(Records.mapping(Line::new))
          .stream()
          .map(line ->
              "%d  %-11s  %-31s  %s".formatted(line.seq(), line.name(), line.body(), line.status()))
          .collect(Collectors.joining("\n"));
    }
  }

  /** What deleting one person takes along. */
  public static String takenAlong(String url) {
    try (CloseableDSLContext db = DSL.using(url)) {
      return db
          .select(USERS.displayName, DSL.count())
          .from(USERS)
          .join(CHAT_MESSAGES)
          .on(CHAT_MESSAGES.senderId.eq(USERS.id))
          .where(USERS.email.eq("ann@example.org"))
          .groupBy(USERS.displayName)
          .orderBy(USERS.displayName)
          .fetch(row -> "\"" + row.value1() + "\" and messages: " + row.value2())
          .stream()
          .collect(Collectors.joining("\n"));
    }
  }
}
