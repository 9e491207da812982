package dev.slipway.e2e.definition;

import static dev.slipway.examples.connect.Accounts.ACCOUNTS;
import static dev.slipway.examples.connect.Attachments.ATTACHMENTS;
import static dev.slipway.examples.connect.ChatMessages.CHAT_MESSAGES;
import static dev.slipway.examples.connect.ChatParticipants.CHAT_PARTICIPANTS;
import static dev.slipway.examples.connect.Chats.CHATS;
import static dev.slipway.examples.connect.ReadReceipts.READ_RECEIPTS;
import static dev.slipway.examples.connect.Todos.TODOS;
import static dev.slipway.examples.connect.Users.USERS;
import static dev.slipway.schema.TableDefinition.alias;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.slipway.examples.connect.AccountPlan;
import dev.slipway.examples.connect.ChatMessages;
import dev.slipway.examples.connect.MessageStatus;
import dev.slipway.examples.connect.ParticipantRole;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {15, 18})
class ConnectQueriesTest {

  private static @Nullable DefinitionDatabase open;

  @Parameter int version;

  private final DefinitionDatabase database = database();
  private final DSLContext db = database.jooq();

  @BeforeParameterizedClassInvocation
  static void load(int version) throws SQLException, IOException {
    open = DefinitionDatabase.of(version, Connect.prelude(), Connect.sqlFiles(), Connect.TABLES);
  }

  @AfterParameterizedClassInvocation
  static void close() throws SQLException {
    database().close();
  }

  private static DefinitionDatabase database() {
    DefinitionDatabase present = open;
    if (present == null) {
      throw new AssertionError("no database was made");
    }
    return present;
  }

  @BeforeEach
  void begin() throws SQLException {
    database.begin();
  }

  @AfterEach
  void rollback() throws SQLException {
    database.rollback();
  }

  @Test
  void should_run_on_the_server_that_was_asked_for() {
    assertThat(db.fetchSingle("show server_version_num").into(Integer.class) / 10_000)
        .isEqualTo(version);
  }

  @Test
  void should_return_what_the_database_chose() {
    UUID ada = Connect.user(db, "ada");

    var first =
        db.insertInto(TODOS, TODOS.userId, TODOS.text)
            .values(ada, "buy milk")
            .returning()
            .fetchSingle();
    Integer second =
        db.insertInto(TODOS)
            .set(TODOS.userId, ada)
            .set(TODOS.text, "drink it")
            .set(TODOS.tags, new String[] {"a", "b, \"c\""})
            .returningResult(TODOS.id)
            .fetchSingle()
            .value1();

    assertThat(second).isEqualTo(first.get(TODOS.id) + 1);
    assertThat(first.get(TODOS.completed)).isFalse();
    assertThat(first.get(TODOS.priority)).isEqualTo((short) 2);
    assertThat(first.get(TODOS.tags)).isEmpty();
    assertThat(first.get(TODOS.dueOn)).isNull();
    assertThat(first.get(TODOS.createdAt)).isBeforeOrEqualTo(OffsetDateTime.now(ZoneOffset.UTC));
    assertThat(db.fetchSingle(TODOS, TODOS.id.eq(second)).get(TODOS.tags))
        .containsExactly("a", "b, \"c\"");
  }

  @Test
  void should_return_an_identity_that_only_the_database_writes() {
    UUID ada = Connect.user(db, "ada");
    UUID message = Connect.message(db, Connect.chat(db, ada), ada, "see the file");

    Long id =
        db.insertInto(ATTACHMENTS)
            .set(ATTACHMENTS.messageId, message)
            .set(ATTACHMENTS.fileName, "a.bin")
            .set(ATTACHMENTS.sizeBytes, 3L)
            .set(ATTACHMENTS.sha256, new byte[32])
            .returningResult(ATTACHMENTS.id)
            .fetchSingle()
            .value1();

    assertThat(id).isPositive();
    assertThat(db.fetchSingle(ATTACHMENTS, ATTACHMENTS.id.eq(id)).get(ATTACHMENTS.contentType))
        .isEqualTo("application/octet-stream");
  }

  @Test
  void should_insert_several_rows_at_once() {
    var ids =
        db.insertInto(USERS, USERS.email, USERS.displayName)
            .values("a@example.com", "a")
            .values("b@example.com", "b")
            .returningResult(USERS.id, USERS.email)
            .fetch();

    assertThat(ids.getValues(USERS.email)).containsExactly("a@example.com", "b@example.com");
    assertThat(ids.getValues(USERS.id)).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void should_store_and_update_a_record() {
    var account = db.newRecord(ACCOUNTS);
    account.set(ACCOUNTS.ownerId, Connect.user(db, "ada"));
    account.set(ACCOUNTS.name, "Analytical Engines");
    account.set(ACCOUNTS.plan, AccountPlan.TEAM);
    account.set(ACCOUNTS.settings, JSONB.valueOf("{\"theme\": \"dark\"}"));

    UUID id =
        db.insertInto(ACCOUNTS).set(account).returningResult(ACCOUNTS.id).fetchSingle().value1();
    var updated =
        db.update(ACCOUNTS)
            .set(ACCOUNTS.balance, ACCOUNTS.balance.plus(new java.math.BigDecimal("12.34")))
            .set(ACCOUNTS.plan, AccountPlan.BUSINESS)
            .where(ACCOUNTS.id.eq(id))
            .returning()
            .fetchSingle();

    assertThat(updated.get(ACCOUNTS.balance)).isEqualByComparingTo("12.34");
    assertThat(updated.get(ACCOUNTS.plan)).isEqualTo(AccountPlan.BUSINESS);
    assertThat(updated.get(ACCOUNTS.settings).data()).isEqualTo("{\"theme\": \"dark\"}");
    assertThat(db.fetchCount(ACCOUNTS, ACCOUNTS.plan.in(AccountPlan.FREE, AccountPlan.TEAM)))
        .isZero();
  }

  @Test
  void should_upsert_by_a_unique_key() {
    UUID ada = Connect.user(db, "ada");
    UUID chat = Connect.chat(db, ada);
    UUID send = UUID.randomUUID();

    for (String body : List.of("hello", "hello again")) {
      db.insertInto(CHAT_MESSAGES)
          .set(CHAT_MESSAGES.chatId, chat)
          .set(CHAT_MESSAGES.senderId, ada)
          .set(CHAT_MESSAGES.clientGeneratedId, send)
          .set(CHAT_MESSAGES.body, body)
          .onConflict(CHAT_MESSAGES.chatId, CHAT_MESSAGES.clientGeneratedId)
          .doUpdate()
          .set(CHAT_MESSAGES.body, excluded(CHAT_MESSAGES.body))
          .execute();
    }

    assertThat(db.select(CHAT_MESSAGES.body).from(CHAT_MESSAGES).fetch(CHAT_MESSAGES.body))
        .containsExactly("hello again");
  }

  @Test
  void should_upsert_by_a_composite_primary_key() {
    UUID ada = Connect.user(db, "ada");
    UUID chat = Connect.chat(db, ada);

    int again =
        db.insertInto(CHAT_PARTICIPANTS)
            .set(CHAT_PARTICIPANTS.chatId, chat)
            .set(CHAT_PARTICIPANTS.userId, ada)
            .onDuplicateKeyIgnore()
            .execute();
    db.insertInto(CHAT_PARTICIPANTS)
        .set(CHAT_PARTICIPANTS.chatId, chat)
        .set(CHAT_PARTICIPANTS.userId, ada)
        .set(CHAT_PARTICIPANTS.role, ParticipantRole.ADMIN)
        .onDuplicateKeyUpdate()
        .set(CHAT_PARTICIPANTS.role, ParticipantRole.ADMIN)
        .execute();

    assertThat(again).isZero();
    assertThat(
            db.select(CHAT_PARTICIPANTS.role)
                .from(CHAT_PARTICIPANTS)
                .where(row(CHAT_PARTICIPANTS.chatId, CHAT_PARTICIPANTS.userId).eq(row(chat, ada)))
                .fetch(CHAT_PARTICIPANTS.role))
        .containsExactly(ParticipantRole.ADMIN);
  }

  @Test
  void should_delete_and_return() {
    UUID ada = Connect.user(db, "ada");
    Connect.message(db, Connect.chat(db, ada), ada, "hello");

    String name =
        db.deleteFrom(ACCOUNTS)
            .where(ACCOUNTS.ownerId.eq(ada))
            .returningResult(ACCOUNTS.name)
            .fetchSingle()
            .value1();

    assertThat(name).isEqualTo("Team");
    assertThat(db.fetchCount(CHATS)).isZero();
    assertThat(db.fetchCount(CHAT_MESSAGES)).isZero();
  }

  @Test
  void should_join_on_keys() {
    UUID ada = Connect.user(db, "ada");
    UUID chat = Connect.chat(db, ada, Connect.user(db, "bob"));
    Connect.message(db, chat, ada, "hello");

    var rows =
        db.select(CHAT_MESSAGES.body, USERS.displayName, ACCOUNTS.name)
            .from(CHAT_MESSAGES)
            .join(CHATS)
            .onKey()
            .join(ACCOUNTS)
            .onKey(CHATS.accountId)
            .join(USERS)
            .onKey(CHAT_MESSAGES.senderId)
            .fetch();

    assertThat(rows.map(mapping((body, name, account) -> body + "/" + name + "/" + account)))
        .containsExactly("hello/ada/Team");
  }

  @Test
  void should_join_a_table_with_itself() {
    UUID ada = Connect.user(db, "ada");
    UUID chat = Connect.chat(db, ada);
    UUID question = Connect.message(db, chat, ada, "coming?");
    UUID answer = Connect.message(db, chat, ada, "yes");
    db.update(CHAT_MESSAGES)
        .set(CHAT_MESSAGES.replyToId, question)
        .where(CHAT_MESSAGES.id.eq(answer))
        .execute();
    ChatMessages message = alias(CHAT_MESSAGES, "message");
    ChatMessages parent = alias(CHAT_MESSAGES, "parent");

    var rows =
        db.select(message.body, parent.body)
            .from(message)
            .leftJoin(parent)
            .on(message.replyToId.eq(parent.id))
            .where(message.chatId.eq(chat))
            .orderBy(message.seq)
            .fetch();

    assertThat(rows.map(mapping((body, parentBody) -> body + " < " + parentBody)))
        .containsExactly("coming? < null", "yes < coming?");
  }

  @Test
  void should_nest_rows_into_records() {
    record Message(long seq, String body, List<String> readers) {}
    record Chat(UUID id, List<Message> messages, List<ParticipantRole> roles) {}
    UUID ada = Connect.user(db, "ada");
    UUID bob = Connect.user(db, "bob");
    UUID chat = Connect.chat(db, ada, bob);
    UUID hello = Connect.message(db, chat, ada, "hello");
    Connect.message(db, chat, bob, "hi");
    db.insertInto(READ_RECEIPTS, READ_RECEIPTS.messageId, READ_RECEIPTS.userId)
        .values(hello, bob)
        .execute();

    var readers =
        multiset(
                select(USERS.displayName)
                    .from(READ_RECEIPTS)
                    .join(USERS)
                    .onKey(READ_RECEIPTS.userId)
                    .where(READ_RECEIPTS.messageId.eq(CHAT_MESSAGES.id)))
            .convertFrom(rows -> rows.getValues(USERS.displayName));
    var messages =
        multiset(
                select(CHAT_MESSAGES.seq, CHAT_MESSAGES.body, readers)
                    .from(CHAT_MESSAGES)
                    .where(CHAT_MESSAGES.chatId.eq(CHATS.id))
                    .orderBy(CHAT_MESSAGES.seq))
            .convertFrom(rows -> rows.map(mapping(Message::new)));
    var roles =
        multiset(
                select(CHAT_PARTICIPANTS.role)
                    .from(CHAT_PARTICIPANTS)
                    .where(CHAT_PARTICIPANTS.chatId.eq(CHATS.id)))
            .convertFrom(rows -> rows.getValues(CHAT_PARTICIPANTS.role));

    assertThat(db.select(CHATS.id, messages, roles).from(CHATS).fetch(mapping(Chat::new)))
        .containsExactly(
            new Chat(
                chat,
                List.of(new Message(1, "hello", List.of("bob")), new Message(2, "hi", List.of())),
                List.of(ParticipantRole.MEMBER, ParticipantRole.MEMBER)));
  }

  record Item(Integer id, String text, List<String> tags, @Nullable LocalDate dueOn) {}

  @Test
  void should_map_rows_to_records_by_name() {
    UUID ada = Connect.user(db, "ada");
    LocalDate due = LocalDate.of(2028, 2, 29);
    db.insertInto(TODOS, TODOS.userId, TODOS.text, TODOS.dueOn).values(ada, "leap", due).execute();

    List<Item> items =
        db.select(TODOS.id, TODOS.text, TODOS.tags, TODOS.dueOn).from(TODOS).fetchInto(Item.class);

    assertThat(items).hasSize(1);
    assertThat(items.get(0).text()).isEqualTo("leap");
    assertThat(items.get(0).dueOn()).isEqualTo(due);
    assertThat(items.get(0).tags()).isEmpty();
  }

  @Test
  void should_group_and_count() {
    UUID ada = Connect.user(db, "ada");
    UUID chat = Connect.chat(db, ada);
    Connect.message(db, chat, ada, "one");
    Connect.message(db, chat, ada, "two");

    var counts =
        db.select(CHAT_MESSAGES.status, count())
            .from(CHAT_MESSAGES)
            .groupBy(CHAT_MESSAGES.status)
            .fetchMap(CHAT_MESSAGES.status, count());

    assertThat(counts).containsOnlyKeys(MessageStatus.SENT).containsValue(2);
  }

  @Test
  void should_run_the_triggers_beside_the_classes() {
    UUID ada = Connect.user(db, "ada");
    UUID bob = Connect.user(db, "bob");
    UUID chat = Connect.chat(db, ada, bob);
    UUID first = Connect.message(db, chat, ada, "one");
    UUID second = Connect.message(db, chat, ada, "two");
    Connect.message(db, Connect.chat(db, bob), bob, "elsewhere");

    db.update(CHAT_PARTICIPANTS)
        .set(CHAT_PARTICIPANTS.lastSeenAt, val(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)))
        .where(CHAT_PARTICIPANTS.chatId.eq(chat))
        .and(CHAT_PARTICIPANTS.userId.eq(bob))
        .execute();
    db.insertInto(READ_RECEIPTS, READ_RECEIPTS.messageId, READ_RECEIPTS.userId)
        .values(first, bob)
        .execute();

    assertThat(
            db.select(CHAT_MESSAGES.id, CHAT_MESSAGES.seq, CHAT_MESSAGES.status)
                .from(CHAT_MESSAGES)
                .where(CHAT_MESSAGES.chatId.eq(chat))
                .orderBy(CHAT_MESSAGES.seq)
                .fetch(mapping((id, seq, status) -> List.of(id, seq, status))))
        .containsExactly(
            List.of(first, 1L, MessageStatus.READ), List.of(second, 2L, MessageStatus.DELIVERED));
  }

  @Test
  void should_show_each_user_their_own_rows() {
    UUID ada = Connect.user(db, "ada");
    UUID bob = Connect.user(db, "bob");
    UUID theirs = Connect.chat(db, ada, bob);
    Connect.chat(db, ada);
    db.insertInto(TODOS, TODOS.userId, TODOS.text).values(ada, "a").values(bob, "b").execute();
    db.execute("grant select, insert on all tables in schema public to authenticated");

    db.execute("select set_config('request.jwt.claims', ?, true)", "{\"sub\": \"" + bob + "\"}");
    db.execute("set local role authenticated");

    assertThat(db.select(TODOS.text).from(TODOS).fetch(TODOS.text)).containsExactly("b");
    assertThat(db.select(CHATS.id).from(CHATS).fetch(CHATS.id)).containsExactly(theirs);
    assertThatThrownBy(() -> Connect.message(db, theirs, ada, "forged"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("row-level security policy for table \"chat_messages\"");
  }

  @Test
  void should_refuse_what_the_definition_forbids() {
    UUID ada = Connect.user(db, "ada");

    assertThatThrownBy(() ->
            db.insertInto(TODOS, TODOS.userId, TODOS.text, TODOS.priority)
                .values(ada, "a", (short) 4)
                .execute())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("todos_priority_check");
  }
}
