package dev.slipway.schema;

import static dev.slipway.schema.TableDefinition.alias;
import static dev.slipway.schema.example.Todo.TODO;
import static dev.slipway.schema.example.Users.USERS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.schema.example.Todo;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM.ForeignKeyRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JooqTableTest {

  /** A table of its own per test, so that each question is the first one it is asked. */
  static final class Fresh extends TableDefinition {
    final Column<Integer> id = integer("id").primaryKey().generatedByDefaultAsIdentity();
    final Column<String> text = text("text").notNull();
    final Column<Wrapped> wrapped = text("wrapped").as(Wrapped.class, Wrapped::new, Wrapped::text);

    Fresh() {
      super("app", "fresh");
    }
  }

  record Wrapped(String text) {}

  /** The questions that jOOQ, or its user, may ask first. */
  enum FirstQuestion {
    RECORD_TYPE {
      @Override
      Field<?>[] ask(Fresh table) {
        return table.recordType().fields();
      }
    },
    FIELDS {
      @Override
      Field<?>[] ask(Fresh table) {
        return table.fields();
      }
    },
    INCLUDING_HIDDEN {
      @Override
      Field<?>[] ask(Fresh table) {
        return table.fieldsIncludingHidden().fields();
      }
    },
    SELECT {
      @Override
      Field<?>[] ask(Fresh table) {
        return DSL.select().from(table).fields();
      }
    },
    LATERAL {
      @Override
      Field<?>[] ask(Fresh table) {
        return DSL.lateral(table).recordType().fields();
      }
    },
    ASTERISK {
      @Override
      Field<?>[] ask(Fresh table) {
        return DSL.select(table.asterisk()).from(table).asTable("t").fields();
      }
    },
    ALIAS {
      @Override
      Field<?>[] ask(Fresh table) {
        return table.as("a").recordType().fields();
      }
    },
    FILTERED {
      @Override
      Field<?>[] ask(Fresh table) {
        return table.where(table.id.eq(1)).recordType().fields();
      }
    },
    DERIVED {
      @Override
      Field<?>[] ask(Fresh table) {
        return DSL.selectFrom(table).asTable("d").recordType().fields();
      }
    },
    JOINED {
      @Override
      Field<?>[] ask(Fresh table) {
        return table.crossJoin(DSL.select(DSL.inline(1)).asTable("one", "n")).fields();
      }
    },
    RECORD {
      @Override
      Field<?>[] ask(Fresh table) {
        return DSL.using(SQLDialect.POSTGRES).newRecord(table).fields();
      }
    };

    abstract Field<?>[] ask(Fresh table);
  }

  @ParameterizedTest
  @EnumSource
  void should_know_its_columns_whatever_is_asked_first(FirstQuestion question) {
    Field<?>[] fields = question.ask(new Fresh());

    assertThat(Arrays.stream(fields).map(Field::getName))
        .startsWith("id", "text", "wrapped")
        .hasSize(question == FirstQuestion.JOINED ? 4 : 3);
    assertThat(fields[0].getDataType().nullable()).isFalse();
    assertThat(fields[1].getDataType().nullable()).isFalse();
    assertThat(fields[2].getType()).isEqualTo(Wrapped.class);
  }

  @Test
  void should_hold_the_columns_themselves() {
    var table = new Fresh();

    assertThat(table.fields()).containsExactly(table.id, table.text, table.wrapped);
    assertThat(table.field(0)).isSameAs(table.id);
    assertThat(table.text.getTable()).isSameAs(table);
    assertThat(table.text.getQualifiedName()).isEqualTo(DSL.name("app", "fresh", "text"));
    assertThat(table.text).isEqualTo(DSL.field(DSL.name("app", "fresh", "text"), String.class));
    assertThat(table.text.hashCode()).isEqualTo(new Fresh().text.hashCode());
  }

  @Test
  void should_qualify_with_the_schema() {
    var table = new Fresh();

    assertThat(DSL.using(SQLDialect.POSTGRES).renderInlined(DSL.select(table.text).from(table)))
        .isEqualTo("select \"app\".\"fresh\".\"text\" from \"app\".\"fresh\"");
  }

  @Test
  void should_tell_jooq_its_identity_and_keys() {
    assertThat(new Fresh().getIdentity().getField().getName()).isEqualTo("id");
    assertThat(TODO.getIdentity().getField()).isEqualTo(TODO.id);
    UniqueKey<?> primaryKey = requireNonNull(TODO.getPrimaryKey());
    assertThat(primaryKey.getName()).isEqualTo("todo_pkey");
    assertThat(fields(primaryKey)).containsExactly(TODO.id);
    assertThat(USERS.getKeys())
        .extracting(UniqueKey::getName)
        .containsExactly("users_pkey", "users_email_key");
    assertThat(alias(TODO, "t").getPrimaryKey()).isSameAs(TODO.getPrimaryKey());
  }

  @Test
  void should_tell_jooq_its_references_in_a_cycle_and_to_itself() {
    List<? extends ForeignKey<?, ?>> references = TODO.getReferences();

    assertThat(references)
        .extracting(ForeignKey::getName)
        .containsExactly("todo_user_id_fkey", "todo_parent_id_fkey");
    assertThat(references.getFirst().getDeleteRule()).isEqualTo(ForeignKeyRule.CASCADE);
    assertThat(references.getFirst().getUpdateRule()).isNull();
    assertThat(references.getFirst().getKey()).isSameAs(USERS.getPrimaryKey());
    assertThat(references.getLast().getKey()).isSameAs(TODO.getPrimaryKey());
    assertThat(references.getLast().getUpdateRule()).isEqualTo(ForeignKeyRule.RESTRICT);
    assertThat(USERS.getReferences().getFirst().getKey()).isSameAs(TODO.getPrimaryKey());
    assertThat(TODO.getReferences()).isSameAs(references);
  }

  @Test
  void should_tell_jooq_its_indexes_and_checks() {
    assertThat(TODO.getIndexes())
        .singleElement()
        .satisfies(index -> assertThat(index.getName()).isEqualTo("todo_user_id_id_idx"))
        .satisfies(index -> assertThat(index.getFields()).hasSize(2));
    assertThat(TODO.getChecks())
        .singleElement()
        .hasToString("constraint \"todo_check\" check ((\"text\" <> ''))");
  }

  @Test
  void should_alias_an_alias_from_the_table_itself() {
    Todo first = alias(TODO, "a");
    Todo second = alias(first, "b");

    assertThat(DSL.using(SQLDialect.POSTGRES).renderInlined(DSL.select(second.id).from(second)))
        .isEqualTo("select \"b\".\"id\" from \"todo\" as \"b\"");
    assertThat(second.as("c")).isInstanceOf(Table.class);
  }

  private static List<TableField<?, ?>> fields(UniqueKey<?> key) {
    return List.copyOf(key.getFields());
  }
}
