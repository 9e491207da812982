package dev.slipway.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state of the example's sources; each stage but the first changes some files of the one before.
 */
enum Stage {
  /** Before messages had a number. */
  BEFORE,
  /** Messages have a number, a key of the client's, and a status. */
  NUMBERED,
  /** The application reads messages by their number. */
  QUERIED,
  /** Functions and triggers keep them. */
  FUNCTIONS,
  /** The change feed gets them; the example as it is. */
  REALTIME,
  /** Addresses of users are unique: a change too far. */
  UNIQUE_EMAIL;

  private static final String PACKAGE = "dev/slipway/examples/connect/";
  private static final String JAVA = "src/main/java/" + PACKAGE;
  private static final String SQL = "src/main/resources/" + PACKAGE;
  private static final String STAGES = "src/stages/";
  private static final String MESSAGES = "ChatMessages.java";
  private static final String USERS = "Users.java";
  private static final String CONVERSATION = "Conversation.java";
  private static final String STATUS = "MessageStatus.java";
  private static final List<String> LATER_SQL =
      List.of(
          "assign_message_seq.sql", "mark_messages_as_delivered.sql", "mark_messages_as_read.sql");

  /**
   * The files that this stage writes.
   *
   * @param example all files of the example by their paths in it
   * @return texts by paths in the project
   */
  Map<String, String> files(Map<String, String> example) {
    Map<String, String> files = new LinkedHashMap<>();
    switch (this) {
      case BEFORE -> {
        example.forEach((path, text) -> {
          if (!path.startsWith(STAGES) && !isLater(path)) {
            files.put(path, text);
          }
        });
        files.put(JAVA + MESSAGES, text(example, STAGES + "before/" + MESSAGES));
      }
      case NUMBERED -> {
        files.put(JAVA + MESSAGES, text(example, STAGES + "numbered/" + MESSAGES));
        files.put(JAVA + STATUS, text(example, JAVA + STATUS));
      }
      case QUERIED ->
          files.put(JAVA + CONVERSATION, text(example, STAGES + "application/" + CONVERSATION));
      case FUNCTIONS -> LATER_SQL.forEach(file -> files.put(SQL + file, text(example, SQL + file)));
      case REALTIME -> files.put(JAVA + MESSAGES, text(example, JAVA + MESSAGES));
      case UNIQUE_EMAIL -> files.put(JAVA + USERS, text(example, STAGES + "accident/" + USERS));
    }
    return files;
  }

  /** The path of a class in the project. */
  static String java(String className) {
    return JAVA + className + ".java";
  }

  private static boolean isLater(String path) {
    return path.equals(JAVA + STATUS)
        || LATER_SQL.stream().anyMatch(file -> path.equals(SQL + file));
  }

  private static String text(Map<String, String> example, String path) {
    String text = example.get(path);
    if (text == null) {
      throw new IllegalStateException("the example has no " + path);
    }
    return text;
  }
}
