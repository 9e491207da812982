package dev.slipway.e2e.definition;

import static dev.slipway.examples.connect.Accounts.ACCOUNTS;
import static dev.slipway.examples.connect.Attachments.ATTACHMENTS;
import static dev.slipway.examples.connect.ChatMessages.CHAT_MESSAGES;
import static dev.slipway.examples.connect.ChatParticipants.CHAT_PARTICIPANTS;
import static dev.slipway.examples.connect.Chats.CHATS;
import static dev.slipway.examples.connect.ReadReceipts.READ_RECEIPTS;
import static dev.slipway.examples.connect.Todos.TODOS;
import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.schema.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The chat example, and rows for it. */
final class Connect {

  static final List<TableDefinition> TABLES =
      List.of(
          READ_RECEIPTS,
          ATTACHMENTS,
          CHAT_MESSAGES,
          CHAT_PARTICIPANTS,
          CHATS,
          TODOS,
          ACCOUNTS,
          USERS);

  private static final Path FOLDER =
      Path.of(System.getProperty("slipway.project.root", "..")).resolve("examples/connect");

  private Connect() {}

  static List<Path> prelude() {
    return List.of(FOLDER.resolve("db/platform.sql"));
  }

  static List<Path> sqlFiles() throws IOException {
    try (var files =
        Files.list(FOLDER.resolve("src/main/resources/dev/slipway/examples/connect"))) {
      return files.sorted().toList();
    }
  }

  static UUID user(DSLContext db, String name) {
    return db.insertInto(USERS, USERS.email, USERS.displayName)
        .values(name + "@example.com", name)
        .returningResult(USERS.id)
        .fetchSingle()
        .value1();
  }

  /** A chat of an account of the first user, in which all take part. */
  static UUID chat(DSLContext db, UUID... users) {
    UUID account =
        db.insertInto(ACCOUNTS, ACCOUNTS.ownerId, ACCOUNTS.name)
            .values(users[0], "Team")
            .returningResult(ACCOUNTS.id)
            .fetchSingle()
            .value1();
    UUID chat =
        db.insertInto(CHATS, CHATS.accountId, CHATS.createdBy)
            .values(account, users[0])
            .returningResult(CHATS.id)
            .fetchSingle()
            .value1();
    for (UUID user : users) {
      db.insertInto(CHAT_PARTICIPANTS, CHAT_PARTICIPANTS.chatId, CHAT_PARTICIPANTS.userId)
          .values(chat, user)
          .execute();
    }
    return chat;
  }

  static UUID message(DSLContext db, UUID chat, UUID sender, String body) {
    return db.insertInto(
            CHAT_MESSAGES, CHAT_MESSAGES.chatId, CHAT_MESSAGES.senderId, CHAT_MESSAGES.body)
        .values(chat, sender, body)
        .returningResult(CHAT_MESSAGES.id)
        .fetchSingle()
        .value1();
  }
}
