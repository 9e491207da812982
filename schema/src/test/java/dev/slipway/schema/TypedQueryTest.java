package dev.slipway.schema;

import static dev.slipway.schema.TableDefinition.alias;
import static dev.slipway.schema.example.Todo.TODO;
import static dev.slipway.schema.example.Users.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.slipway.schema.example.Priority;
import dev.slipway.schema.example.Todo;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class TypedQueryTest {

  private final DSLContext db = DSL.using(SQLDialect.POSTGRES);

  private String sql(Query query) {
    return db.renderInlined(query);
  }

  @Test
  void should_select_typed_columns() {
    assertThat(sql(db.select(TODO.id, TODO.text).from(TODO).where(TODO.completed.isFalse())))
        .isEqualTo(
            """
            select "todo"."id", "todo"."text" from "todo" where "todo"."completed" = false\
            """);
  }

  @Test
  void should_select_all_columns_of_the_table() {
    assertThat(sql(db.selectFrom(USERS)))
        .isEqualTo(
            """
            select "users"."id", "users"."email", "users"."full_name", "users"."pinned_todo_id", \
            "users"."created_at" from "users"\
            """);
    assertThat(sql(db.select(USERS.asterisk()).from(USERS)))
        .isEqualTo("select \"users\".* from \"users\"");
  }

  @Test
  void should_insert_and_return() {
    assertThat(
            db.render(
                db.insertInto(TODO, TODO.text, TODO.priority)
                    .values("a", Priority.VERY_HIGH)
                    .returningResult(TODO.id)))
        .isEqualTo(
            """
            insert into "todo" ("text", "priority") values (?, ?::"priority") returning "todo"."id"\
            """);
  }

  @Test
  void should_insert_values_for_all_columns() {
    assertThat(db.render(db.insertInto(USERS).values(UUID.randomUUID(), "a@b", null, null, null)))
        .startsWith("insert into \"users\" (");
  }

  @Test
  void should_upsert() {
    assertThat(
            db.render(
                db.insertInto(USERS)
                    .set(USERS.email, "a@b")
                    .onConflict(USERS.email)
                    .doUpdate()
                    .set(USERS.name, excluded(USERS.name))))
        .isEqualTo(
            """
            insert into "users" ("email") values (?) on conflict ("email") do update set \
            "full_name" = excluded."full_name"\
            """);
  }

  @Test
  void should_update_and_delete() {
    assertThat(sql(db.update(TODO).set(TODO.completed, true).where(TODO.id.eq(1))))
        .isEqualTo("update \"todo\" set \"completed\" = true where \"todo\".\"id\" = 1");
    assertThat(sql(db.deleteFrom(TODO).where(TODO.priority.eq(Priority.LOW))))
        .isEqualTo("delete from \"todo\" where \"todo\".\"priority\" = 'LOW'::\"priority\"");
  }

  @Test
  void should_join_on_a_key() {
    assertThat(sql(db.select(TODO.text, USERS.email).from(TODO).join(USERS).onKey(TODO.userId)))
        .isEqualTo(
            """
            select "todo"."text", "users"."email" from "todo" join "users" on "todo"."user_id" = \
            "users"."id"\
            """);
  }

  @Test
  void should_give_an_alias_typed_columns() {
    Todo t = alias(TODO, "t");
    Todo parent = alias(TODO, "parent");

    assertThat(
            sql(
                db.select(t.text, parent.text)
                    .from(t)
                    .leftJoin(parent)
                    .on(t.parentId.eq(parent.id))
                    .where(t.priority.eq(Priority.LOW))))
        .isEqualTo(
            """
            select "t"."text", "parent"."text" from "todo" as "t" left outer join "todo" as \
            "parent" on "t"."parent_id" = "parent"."id" where "t"."priority" = 'LOW'::"priority"\
            """);
    assertThat(sql(db.select(t.text).from(t).join(USERS).onKey(t.userId)))
        .contains("on \"t\".\"user_id\" = \"users\".\"id\"");
    assertThat(t.definition()).isSameAs(TODO.definition());
    assertThat(TODO.as("x").field(TODO.text)).isNotNull().hasToString("\"x\".\"text\"");
  }

  @Test
  void should_nest_rows_as_a_multiset() {
    record Item(int id, String text) {}

    var items =
        multiset(select(TODO.id, TODO.text).from(TODO).where(TODO.userId.eq(USERS.id)))
            .convertFrom(rows -> rows.map(mapping(Item::new)));

    assertThat(sql(db.select(USERS.email, items).from(USERS)))
        .contains("\"todo\".\"user_id\" = \"users\".\"id\"");
  }

  @Test
  void should_read_a_column_of_a_record() {
    var record = db.newRecord(TODO);
    record.set(TODO.text, "a");
    record.set(TODO.priority, Priority.LOW);

    assertThat(record.get(TODO.text)).isEqualTo("a");
    assertThat(record.get("priority")).isEqualTo(Priority.LOW);
    assertThat(record.into(TODO.text).value1()).isEqualTo("a");
  }
}
