package demo;

import static dev.slipway.examples.connect.Accounts.ACCOUNTS;
import static dev.slipway.examples.connect.ChatMessages.CHAT_MESSAGES;
import static dev.slipway.examples.connect.ChatParticipants.CHAT_PARTICIPANTS;
import static dev.slipway.examples.connect.Chats.CHATS;
import static dev.slipway.examples.connect.Users.USERS;

import java.util.UUID;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/** What people do before the change: the classes that define the tables write the rows. */
public final class FirstDay {

  private FirstDay() {}

  /** Three people write five messages; one of the three has signed up twice. */
  public static String write(String url) {
    try (CloseableDSLContext db = DSL.using(url)) {
      UUID ann = person(db, "ann@example.org", "Ann");
      UUID bea = person(db, "bea@example.org", "Bea");
      UUID annAgain = person(db, "ann@example.org", "Ann (phone)");

      UUID account =
          db.insertInto(ACCOUNTS, ACCOUNTS.ownerId, ACCOUNTS.name)
              .values(ann, "Example")
              .returningResult(ACCOUNTS.id)
              .fetchSingle()
              .value1();
      UUID chat =
          db.insertInto(CHATS, CHATS.accountId, CHATS.createdBy)
              .values(account, ann)
              .returningResult(CHATS.id)
              .fetchSingle()
              .value1();
      db.insertInto(CHAT_PARTICIPANTS, CHAT_PARTICIPANTS.chatId, CHAT_PARTICIPANTS.userId)
          .values(chat, ann)
          .values(chat, bea)
          .values(chat, annAgain)
          .execute();
      message(db, chat, ann, "Shall we number the messages?");
      message(db, chat, bea, "Yes, from 1, without gaps.");
      message(db, chat, annAgain, "And the old ones?");
      message(db, chat, bea, "Those first.");
      message(db, chat, annAgain, "Good.");
      return count(db);
    }
  }

  /** How many rows there are. */
  public static String count(String url) {
    try (CloseableDSLContext db = DSL.using(url)) {
      return count(db);
    }
  }

  private static String count(CloseableDSLContext db) {
    return "%d people, %d chat, %d messages"
        .formatted(db.fetchCount(USERS), db.fetchCount(CHATS), db.fetchCount(CHAT_MESSAGES));
  }

  private static UUID person(CloseableDSLContext db, String email, String name) {
    return db.insertInto(USERS, USERS.email, USERS.displayName)
        .values(email, name)
        .returningResult(USERS.id)
        .fetchSingle()
        .value1();
  }

  private static void message(CloseableDSLContext db, UUID chat, UUID sender, String body) {
    db.insertInto(CHAT_MESSAGES, CHAT_MESSAGES.chatId, CHAT_MESSAGES.senderId, CHAT_MESSAGES.body)
        .values(chat, sender, body)
        .execute();
  }
}
