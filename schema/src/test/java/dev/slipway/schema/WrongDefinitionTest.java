package dev.slipway.schema;

import static dev.slipway.schema.example.Todo.TODO;
import static dev.slipway.schema.example.Users.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.error.ErrorCode.Category;
import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.Role;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong definition fails with its code and a sentence that names the table and the column. */
class WrongDefinitionTest {

  private static final String LONG_NAME = "n".repeat(64);

  enum Empty {}

  @SuppressWarnings("UnusedVariable") // only the annotations count
  enum Doubled {
    @DatabaseValue("same")
    ONE,
    @DatabaseValue("same")
    TWO
  }

  enum Blank {
    @DatabaseValue("")
    NOTHING
  }

  /** A table whose constructor says what the case wants. */
  static final class Wrong extends TableDefinition {
    final Column<Integer> id = integer("id");
    final Column<String> text = text("text");

    Wrong(Consumer<Wrong> clauses) {
      super("app", "wrong");
      clauses.accept(this);
    }

    Wrong(String name) {
      super(name);
    }
  }

  /** A table without a column. */
  static final class Bare extends TableDefinition {
    Bare() {
      super("bare");
    }
  }

  /** A wrong definition, and what is said about it. */
  record Case(String name, DefinitionError code, String what, Supplier<TableDefinition> table) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, DefinitionError code, String what, Consumer<Wrong> clauses) {
    return new Case(name, code, what, () -> new Wrong(clauses));
  }

  private static Case made(
      String name, DefinitionError code, String what, Supplier<TableDefinition> table) {
    return new Case(name, code, what, table);
  }

  static Stream<Case> cases() {
    return Stream.of(
        made(
            "table name empty",
            DefinitionError.NAME_INVALID,
            "Table : the table name \"\" is empty.",
            () -> new Wrong("")),
        made(
            "table name long",
            DefinitionError.NAME_INVALID,
            "Table "
                + LONG_NAME
                + ": the table name \""
                + LONG_NAME
                + "\" has 64 bytes; PostgreSQL cuts"
                + " names at 63.",
            () -> new Wrong(LONG_NAME)),
        of(
            "column name empty",
            DefinitionError.NAME_INVALID,
            "Table app.wrong: the column name \" \" is empty.",
            w -> w.text(" ")),
        of(
            "column name long in bytes",
            DefinitionError.NAME_INVALID,
            "Table app.wrong: the column name \""
                + "ü".repeat(32)
                + "\" has 64 bytes; PostgreSQL cuts"
                + " names at 63.",
            w -> w.text("ü".repeat(32))),
        of(
            "constraint name long",
            DefinitionError.NAME_INVALID,
            "Table app.wrong: the constraint name \""
                + LONG_NAME
                + "\" has 64 bytes; PostgreSQL cuts"
                + " names at 63.",
            w -> w.check(LONG_NAME, "true")),
        of(
            "column twice",
            DefinitionError.NAME_TWICE,
            "Table app.wrong: the column text is declared twice.",
            w -> w.integer("text")),
        of(
            "constraint twice",
            DefinitionError.NAME_TWICE,
            "Table app.wrong: the constraint name same is given twice.",
            w -> {
              w.check("same", "true");
              w.unique(w.id).named("same");
            }),
        of(
            "index twice",
            DefinitionError.NAME_TWICE,
            "Table app.wrong: the index name same is given twice.",
            w -> {
              w.index(w.id).named("same");
              w.primaryKey(w.id).named("same");
            }),
        of(
            "policy twice",
            DefinitionError.NAME_TWICE,
            "Table app.wrong: the policy name same is given twice.",
            w -> {
              w.policy("same").using("true");
              w.policy("same").using("true");
            }),
        made(
            "no columns", DefinitionError.TABLE_EMPTY, "Table bare: it has no columns.", Bare::new),
        of(
            "scale above precision",
            DefinitionError.TYPE_INVALID,
            "Table app.wrong, column n: numeric(2, 3) has more digits after the point than in all.",
            w -> w.numeric("n", 2, 3)),
        of(
            "no precision",
            DefinitionError.TYPE_INVALID,
            "Table app.wrong, column n: numeric(0, 0) has no precision of 1 to 1000 digits.",
            w -> w.numeric("n", 0, 0)),
        of(
            "no length",
            DefinitionError.TYPE_INVALID,
            "Table app.wrong, column n: varchar(0) holds no character.",
            w -> w.varchar("n", 0)),
        of(
            "fraction",
            DefinitionError.TYPE_INVALID,
            "Table app.wrong, column n: 7 fractional digits of a second are not 0 to 6.",
            w -> w.timestamptz("n", 7)),
        of(
            "identity of text",
            DefinitionError.TYPE_INVALID,
            "Table app.wrong, column text: an identity column is a smallint, integer or bigint.",
            w -> w.text.generatedAlwaysAsIdentity()),
        of(
            "array of array",
            DefinitionError.TYPE_INVALID,
            "Table app.wrong, column n: it is an array already.",
            w -> w.text("n").array().array()),
        of(
            "array too late",
            DefinitionError.TYPE_INVALID,
            "Table app.wrong, column n: array() follows a clause that was meant for one element.",
            w -> w.text("n").defaultTo("a").array()),
        of(
            "enum empty",
            DefinitionError.ENUM_INVALID,
            "Table app.wrong, column n: the enum " + Empty.class.getName() + " has no constants.",
            w -> w.enumeration("n", Empty.class)),
        of(
            "enum doubled",
            DefinitionError.ENUM_INVALID,
            "Table app.wrong, column n: two constants of "
                + Doubled.class.getName()
                + " have the value same.",
            w -> w.enumeration("n", Doubled.class)),
        of(
            "enum blank",
            DefinitionError.NAME_INVALID,
            "Table app.wrong, column n: the enum value \"\" is empty.",
            w -> w.enumeration("n", Blank.class)),
        of(
            "default of identity",
            DefinitionError.VALUE_CONFLICT,
            "Table app.wrong, column id: it has an identity already, and now a default.",
            w -> w.id.generatedAlwaysAsIdentity().defaultTo(1)),
        of(
            "default of serial",
            DefinitionError.VALUE_CONFLICT,
            "Table app.wrong, column n: it has the sequence of a serial column already, and now a"
                + " default.",
            w -> w.serial("n").defaultSql("1")),
        of(
            "default of generated",
            DefinitionError.VALUE_CONFLICT,
            "Table app.wrong, column text: it has a generation expression already, and now a"
                + " default.",
            w -> w.text.generatedAs("'a'").defaultTo("b")),
        of(
            "generated with default",
            DefinitionError.VALUE_CONFLICT,
            "Table app.wrong, column text: it has a default already, and now a generation"
                + " expression.",
            w -> w.text.defaultTo("b").generatedAs("'a'")),
        of(
            "two primary keys",
            DefinitionError.KEY_INVALID,
            "Table app.wrong, column text: it is declared as the primary key, but the table has one"
                + " already: id.",
            w -> {
              w.id.primaryKey();
              w.text.primaryKey();
            }),
        of(
            "primary key of column and table",
            DefinitionError.KEY_INVALID,
            "Table app.wrong: it is declared as the primary key, but the table has one already:"
                + " id.",
            w -> {
              w.id.primaryKey();
              w.primaryKey(w.id, w.text);
            }),
        of(
            "primary key of table and column",
            DefinitionError.KEY_INVALID,
            "Table app.wrong, column text: it is declared as the primary key, but the table has one"
                + " already: id, text.",
            w -> {
              w.primaryKey(w.id, w.text);
              w.text.primaryKey();
            }),
        of(
            "primary key of nothing",
            DefinitionError.KEY_INVALID,
            "Table app.wrong: the primary key has no columns.",
            TableDefinition::primaryKey),
        of(
            "key with a column twice",
            DefinitionError.KEY_INVALID,
            "Table app.wrong: a unique constraint names the column id twice.",
            w -> w.unique(w.id, w.id)),
        of(
            "key of another table",
            DefinitionError.COLUMN_UNKNOWN,
            "Table app.wrong: a unique constraint names the column of another table: Table users,"
                + " column id.",
            w -> w.unique(USERS.id)),
        of(
            "index of another table",
            DefinitionError.COLUMN_UNKNOWN,
            "Table app.wrong: an index names the column of another table: Table users, column id.",
            w -> w.index(USERS.id.desc())),
        of(
            "index of nothing",
            DefinitionError.INDEX_INVALID,
            "Table app.wrong: an index is over nothing.",
            TableDefinition::index),
        of(
            "nulls of an index that is not unique",
            DefinitionError.INDEX_INVALID,
            "Table app.wrong: an index i that is not unique says nulls are not distinct.",
            w -> w.index(w.id).named("i").nullsNotDistinct()),
        of(
            "reference to nothing",
            DefinitionError.REFERENCE_UNRESOLVED,
            "Table app.wrong, foreign key of id: it references nothing.",
            w -> w.foreignKey(w.id)),
        of(
            "reference that fails",
            DefinitionError.REFERENCE_UNRESOLVED,
            "Table app.wrong, foreign key of id: its target can't be read: no such thing.",
            w -> w.foreignKey(w.id).references(WrongDefinitionTest::failing)),
        of(
            "reference to null",
            DefinitionError.REFERENCE_UNRESOLVED,
            "Table app.wrong, foreign key of id: its target is null.",
            w -> w.foreignKey(w.id).references(WrongDefinitionTest::nothing)),
        of(
            "reference without a key",
            DefinitionError.REFERENCE_INVALID,
            "Table app.wrong, foreign key of text: todo(text) is neither a primary key nor unique.",
            w -> w.text.references(() -> TODO.text)),
        of(
            "reference of another length",
            DefinitionError.REFERENCE_INVALID,
            "Table app.wrong, foreign key of id, text: 2 columns can't reference 1: users(id).",
            w -> w.foreignKey(w.id, w.text).references(() -> USERS.id)),
        of(
            "reference to two tables",
            DefinitionError.REFERENCE_INVALID,
            "Table app.wrong, foreign key of id, text: its targets are columns of several tables.",
            w -> w.foreignKey(w.id, w.text).references(() -> TODO.id, () -> USERS.id)),
        of(
            "two references",
            DefinitionError.REFERENCE_INVALID,
            "Table app.wrong, column id: it references two columns.",
            w -> w.id.references(() -> TODO.id).references(() -> TODO.id)),
        of(
            "policy without condition",
            DefinitionError.POLICY_INVALID,
            "Table app.wrong, policy p: it has no condition.",
            w -> w.policy("p").forSelect()),
        of(
            "policy using for insert",
            DefinitionError.POLICY_INVALID,
            "Table app.wrong, policy p: an insert has no existing row to see.",
            w -> w.policy("p").forInsert().using("true")),
        of(
            "policy check for delete",
            DefinitionError.POLICY_INVALID,
            "Table app.wrong, policy p: a select or delete writes no row to check.",
            w -> w.policy("p").forDelete().using("true").withCheck("true")),
        of(
            "policy for nobody",
            DefinitionError.POLICY_INVALID,
            "Table app.wrong, policy p: it is for no role.",
            w -> w.policy("p").using("true").to(new Role[0])),
        of(
            "changed after use",
            DefinitionError.SEALED,
            "Table app.wrong, column text: the definition is changed after it was first read or"
                + " used in a query.",
            w -> {
              assertThat(DSL.select().from(w).fields()).hasSize(2);
              w.text.notNull();
            }),
        of(
            "changed after reading",
            DefinitionError.SEALED,
            "Table app.wrong: the definition is changed after it was first read or used in a"
                + " query.",
            w -> {
              assertThat(w.definition().columns()).hasSize(2);
              w.index(w.id);
            }),
        of(
            "expression by field",
            DefinitionError.LOOKUP_MISUSED,
            "Table app.wrong: field(\"auth.uid()\") looks up a column of this name.",
            w -> w.check(w.text.eq(w.field("auth.uid()", String.class)))));
  }

  private static Column<Integer> failing() {
    throw new IllegalStateException("no such thing");
  }

  @SuppressWarnings("NullAway") // what a cycle of class initializers gives
  private static Column<Integer> nothing() {
    return null;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_refuse(Case wrong) {
    SlipwayException thrown =
        catchThrowableOfType(SlipwayException.class, () -> wrong.table().get().definition());

    assertThat(thrown).isNotNull();
    assertThat(thrown.what()).isEqualTo(wrong.what());
    assertThat(thrown.code()).isEqualTo(wrong.code());
    assertThat(thrown.code().category()).isEqualTo(Category.CONFIGURATION);
    assertThat(thrown.next()).endsWith(".");
  }

  /** A definition that fails when its class is loaded. */
  static final class AtLoading extends TableDefinition {
    static final AtLoading TABLE = new AtLoading();
    final Column<String> text = varchar("text", 0);

    private AtLoading() {
      super("at_loading");
    }
  }

  /** Two definitions that need each other while they are made. */
  static final class Hen extends TableDefinition {
    static final Hen HEN = new Hen();
    final Column<Integer> id = integer("id").check(Egg.EGG.id.isNotNull().toString());

    private Hen() {
      super("hen");
    }
  }

  static final class Egg extends TableDefinition {
    static final Egg EGG = new Egg();
    final Column<Integer> id = integer("id").check(Hen.HEN.id.isNotNull().toString());

    private Egg() {
      super("egg");
    }
  }

  /** A column that is needed before it is there. */
  static final class TooEarly extends TableDefinition {
    final IndexClause index = index(this.late);
    final Column<Integer> late = integer("late");

    TooEarly() {
      super("too_early");
    }
  }

  private static SlipwayException loading(Class<?> type) {
    @Nullable LinkageError thrown =
        catchThrowableOfType(
            LinkageError.class, () -> Class.forName(type.getName(), true, type.getClassLoader()));
    assertThat(thrown).isNotNull();
    return DefinitionError.unwrap(type.getName(), thrown);
  }

  @Test
  void should_find_the_sentence_within_what_class_loading_throws() {
    SlipwayException first = loading(AtLoading.class);

    assertThat(first.code()).isEqualTo(DefinitionError.TYPE_INVALID);
    assertThat(first.what())
        .isEqualTo("Table at_loading, column text: varchar(0) holds no character.");
    assertThat(loading(AtLoading.class).what()).contains("varchar(0) holds no character.");
  }

  @Test
  void should_explain_definitions_that_need_each_other_too_early() {
    SlipwayException thrown = loading(Hen.class);

    assertThat(thrown.code()).isEqualTo(DefinitionError.CLASS_FAILED);
    assertThat(thrown.what())
        .startsWith(Hen.class.getName() + " could not be initialized: ")
        .contains("HEN\" is null");
    assertThat(thrown.next()).contains("references(() -> USERS.id)");
  }

  @Test
  void should_explain_a_column_that_is_needed_too_early() {
    SlipwayException thrown = catchThrowableOfType(SlipwayException.class, TooEarly::new);

    assertThat(thrown.what())
        .isEqualTo("Table too_early: an index names a column that is still null.");
  }

  @Test
  void should_explain_a_class_that_can_not_be_aliased() {
    var table = new Wrong(ignored -> {});

    SlipwayException thrown =
        catchThrowableOfType(SlipwayException.class, () -> TableDefinition.alias(table, "w"));

    assertThat(thrown.code()).isEqualTo(DefinitionError.ALIAS_FAILED);
    assertThat(thrown.what()).contains("can't be constructed a second time");
    assertThat(new Wrong("next").getName()).isEqualTo("next");
  }
}
