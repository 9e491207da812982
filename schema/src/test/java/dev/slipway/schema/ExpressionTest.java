package dev.slipway.schema;

import static dev.slipway.schema.example.Kinds.KINDS;
import static dev.slipway.schema.example.Todo.TODO;
import static dev.slipway.schema.example.Users.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;

import dev.slipway.schema.example.Kinds.WeekdayKind;
import dev.slipway.schema.example.Priority;
import dev.slipway.schema.model.Expression;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

class ExpressionTest {

  @Test
  void should_pass_sql_untouched() {
    String sql = "data ? 'a' and note <> '{0} \\ ?' -- :x";

    assertThat(Expression.of(sql).sql(SQLDialect.POSTGRES)).isEqualTo(sql);
    assertThat(Expression.of(ColumnKinds.sql(sql)).sql(SQLDialect.POSTGRES)).isEqualTo(sql);
  }

  @Test
  void should_render_columns_without_their_table() {
    assertThat(Expression.of(TODO.text.like("it's %")).sql(SQLDialect.POSTGRES))
        .isEqualTo("\"text\" like 'it''s %'");
  }

  @Test
  void should_keep_the_schema_of_functions_and_types() {
    var uid = function(name("auth", "uid"), UUID.class);

    assertThat(Expression.of(TODO.userId.eq(uid)).sql(SQLDialect.POSTGRES))
        .isEqualTo("\"user_id\" = \"auth\".\"uid\"()");
    assertThat(Expression.of(KINDS.weekday.eq(WeekdayKind.REST)).sql(SQLDialect.POSTGRES))
        .isEqualTo("\"weekday\" = 'REST'::\"app\".\"weekday kind\"");
  }

  @Test
  void should_keep_the_table_within_a_subquery() {
    var mine = exists(selectOne().from(USERS).where(USERS.id.eq(TODO.userId)));

    assertThat(Expression.of(TODO.text.ne("").and(mine)).sql(SQLDialect.POSTGRES))
        .isEqualTo(
            """
            ("text" <> '' and exists (select 1 as "one" from "users" where "users"."id" = "todo"."user_id"))\
            """);
  }

  @Test
  void should_render_an_enum_as_text_where_the_engine_has_none() {
    assertThat(Expression.of(TODO.priority.eq(Priority.VERY_HIGH)).sql(SQLDialect.SQLITE))
        .isEqualTo("`priority` = 'very high'");
  }
}
