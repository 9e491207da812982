package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.Privilege;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of wrong names, types, partitions, heirs, grants and schemas. */
class WrongClausesTest {

  /** A table whose constructor says what the case wants. */
  static final class Wrong extends TableDefinition {
    final Column<Integer> id = integer("id");
    final Column<String> text = text("text");

    Wrong(Consumer<Wrong> clauses) {
      super("app", "wrong");
      clauses.accept(this);
    }
  }

  /** A table with a key that others may reference. */
  static final class Other extends TableDefinition {
    static final Other OTHER = new Other();

    final Column<Integer> id = integer().primaryKey();
    final Column<String> text = text().unique();

    private Other() {
      super("other");
    }
  }

  /** A schema whose constructor says what the case wants. */
  static final class WrongSchema extends SchemaDefinition {
    final Domain<String> email = domain("email", ValueType.text());
    final SequenceDefinition<Long> number = sequence("number");

    WrongSchema(Consumer<WrongSchema> clauses) {
      super("shop");
      clauses.accept(this);
    }
  }

  /** Fields that are assigned in another order than they are declared. */
  static final class OutOfOrder extends TableDefinition {
    final Column<String> late;
    final Column<String> early = text();

    OutOfOrder() {
      super("out_of_order");
      late = text("other");
    }
  }

  /** A column that is kept in a field of another type. */
  static final class Hidden extends TableDefinition {
    final Object text = text();
  }

  record Nothing() {}

  record Primitive(int count) {}

  record Endless(Endless again) {}

  record Unknown(Thread thread) {}

  /** A wrong definition, and what is said about it. */
  record Case(DefinitionError code, String what, Runnable definition) {

    @Override
    public String toString() {
      return what;
    }
  }

  private static Case table(DefinitionError code, String what, Consumer<Wrong> clauses) {
    return new Case(code, "Table app.wrong" + what, () -> new Wrong(clauses).definition());
  }

  private static Case schema(DefinitionError code, String what, Consumer<WrongSchema> clauses) {
    return new Case(code, what, () -> new WrongSchema(clauses).definition());
  }

  static Stream<Case> names() {
    return Stream.of(
        table(
            DefinitionError.NAME_UNKNOWN,
            ": a Column without a name is assigned to no field of its own.",
            ColumnKinds::citext),
        new Case(
            DefinitionError.NAME_UNKNOWN,
            "Table out_of_order, column late: the field early was assigned when late had no value"
                + " yet, so its name can't be told.",
            () -> new OutOfOrder().definition()),
        new Case(
            DefinitionError.NAME_UNKNOWN,
            "Table hidden: a Column without a name is assigned to no field of its own.",
            () -> new Hidden().definition()),
        table(
            DefinitionError.COMMENT_INVALID,
            ": a key has a comment and no name, so only the server knows what it is on.",
            w -> w.unique(w.id).comment("c")),
        table(
            DefinitionError.COMMENT_INVALID,
            ": a check constraint has a comment and no name, so only the server knows what it is"
                + " on.",
            w -> w.check(w.id.isNotNull()).comment("c")),
        table(
            DefinitionError.COMMENT_INVALID,
            ": an index has a comment and no name, so only the server knows what it is on.",
            w -> w.index(w.id).comment("c")),
        table(
            DefinitionError.COMMENT_INVALID,
            ", foreign key of id: it has a comment and no name, so only the server knows what it"
                + " is on.",
            w -> w.foreignKey(w.id).references(() -> Other.OTHER.id).comment("c")));
  }

  static Stream<Case> types() {
    return Stream.of(
        table(DefinitionError.TYPE_INVALID, ", column n: bit(0) holds no bit.", w -> w.bit("n", 0)),
        table(
            DefinitionError.TYPE_INVALID,
            ", column n: varbit(0) holds no bit.",
            w -> w.varbit("n", 0)),
        table(
            DefinitionError.TYPE_INVALID,
            ", column n: vector(0) holds no number.",
            w -> w.vector("n", 0)),
        table(
            DefinitionError.TYPE_INVALID,
            ", column n: 9 fractional digits of a second are not 0 to 6.",
            w -> w.timetz("n", 9)),
        table(
            DefinitionError.TYPE_INVALID,
            ", column n: its type has no name.",
            w -> w.custom("n", " ")),
        table(
            DefinitionError.TYPE_INVALID,
            ", column n: it is an array of arrays, and PostgreSQL's arrays do not fix the number of"
                + " dimensions.",
            w -> w.column("n", ValueType.text().array().array())),
        table(
            DefinitionError.TYPE_INVALID,
            ", column n: the server separates the elements of box[] by semicolons, which are not"
                + " read.",
            w -> w.custom("n", "box").array()),
        new Case(
            DefinitionError.COMPOSITE_INVALID,
            "Record " + Nothing.class.getName() + ": it has no components.",
            () -> ValueType.composite(Nothing.class)),
        new Case(
            DefinitionError.COMPOSITE_INVALID,
            "Record "
                + Primitive.class.getName()
                + ", component count: the Java type int has no null, which every attribute may be.",
            () -> ValueType.composite(Primitive.class)),
        new Case(
            DefinitionError.COMPOSITE_INVALID,
            "Record " + Endless.class.getName() + ": it contains itself.",
            () -> ValueType.composite(Endless.class)),
        new Case(
            DefinitionError.COMPOSITE_INVALID,
            "Record "
                + Unknown.class.getName()
                + ", component thread: the Java type java.lang.Thread has no type here.",
            () -> ValueType.composite(Unknown.class)),
        table(
            DefinitionError.SEQUENCE_INVALID,
            ", column n: its step is 0.",
            w -> w.integer("n").generatedAlwaysAsIdentity(by -> by.incrementBy(0))),
        table(
            DefinitionError.SEQUENCE_INVALID,
            ", column n: it starts with 0, which its bounds leave out.",
            w -> w.integer("n").generatedAlwaysAsIdentity(by -> by.minValue(1).startWith(0))));
  }

  static Stream<Case> clauses() {
    return Stream.of(
        table(
            DefinitionError.KEY_INVALID,
            ": an exclusion constraint compares nothing.",
            TableDefinition::exclude),
        table(
            DefinitionError.INDEX_INVALID,
            ": an index is not over text, which it says more of.",
            w -> w.index(w.id).operatorClass(w.text, "text_ops")),
        table(
            DefinitionError.INDEX_INVALID,
            ": a statistics object is over nothing.",
            w -> w.statistics("s")),
        table(
            DefinitionError.GRANT_INVALID,
            ": a grant is to nobody.",
            w -> w.grant(Privilege.SELECT, Privilege.INSERT)),
        table(
            DefinitionError.REFERENCE_INVALID,
            ", foreign key of id: onDelete sets a column that is not one of the key's.",
            w ->
                w.foreignKey(w.id)
                    .references(() -> Other.OTHER.id)
                    .onDelete(TableDefinition.SET_NULL, w.text)),
        table(
            DefinitionError.REFERENCE_INVALID,
            ", foreign key of id: onDelete names columns, but sets none.",
            w ->
                w.foreignKey(w.id)
                    .references(() -> Other.OTHER.id)
                    .onDelete(TableDefinition.CASCADE, w.id)),
        table(
            DefinitionError.REFERENCE_INVALID,
            ", foreign key of id: 1 columns can't reference 2: auth.users(id, name).",
            w -> w.foreignKey(w.id).referencesOther("auth", "users", "id", "name")),
        table(
            DefinitionError.PARTITION_INVALID,
            ": the partition key has no columns.",
            TableDefinition::partitionByList),
        table(
            DefinitionError.PARTITION_INVALID,
            ": it is divided into partitions twice.",
            w -> {
              w.partitionByList(w.id);
              w.partitionByList(w.text);
            }),
        table(
            DefinitionError.PARTITION_INVALID,
            ", partition p: it takes no range of rows.",
            w -> w.partitionByRange(w.id).partition("p").from(1)),
        table(
            DefinitionError.PARTITION_INVALID,
            ", partition p: its bounds do not have a value for each of the 1 parts of the key.",
            w -> w.partitionByRange(w.id).partition("p").from(1, 2).to(3)),
        table(
            DefinitionError.PARTITION_INVALID,
            ", partition p: it takes no listed values.",
            w -> w.partitionByList(w.id).partition("p").remainder(2, 1)),
        table(
            DefinitionError.PARTITION_INVALID,
            ", partition p: it takes no share of the hashes.",
            w -> w.partitionByHash(w.id).partition("p").rest()),
        table(
            DefinitionError.PARTITION_INVALID,
            ", partition p: nothing divided by 2 leaves the remainder 2.",
            w -> w.partitionByHash(w.id).partition("p").remainder(2, 2)),
        table(
            DefinitionError.INHERITANCE_INVALID,
            ", column id: it is inherited, but no table that its table inherits from has it.",
            w -> w.id.inherited()),
        table(
            DefinitionError.INHERITANCE_INVALID,
            ", column text: it is inherited, and says more than the table that it comes from.",
            w -> {
              w.inherits(() -> Other.OTHER);
              w.text.inherited().notNull();
            }),
        table(
            DefinitionError.INHERITANCE_INVALID,
            ", column n: it is inherited, but no table that its table inherits from has it.",
            w -> {
              w.inherits(() -> Other.OTHER);
              w.integer("n").inherited();
            }));
  }

  static Stream<Case> schemas() {
    return Stream.of(
        schema(
            DefinitionError.NAME_TWICE,
            "Schema shop: the domain email is declared twice.",
            s -> s.domain("email", ValueType.text())),
        schema(
            DefinitionError.NAME_TWICE,
            "Schema shop: the sequence number is declared twice.",
            s -> s.sequence("number")),
        schema(
            DefinitionError.NAME_UNKNOWN,
            "Schema shop: a Domain without a name is assigned to no field of its own.",
            s -> s.domain(ValueType.text())),
        schema(
            DefinitionError.TYPE_INVALID,
            "Schema shop, sequence real: it is not of smallint, integer or bigint.",
            s -> s.sequence("real", ValueType.real())),
        schema(
            DefinitionError.TYPE_INVALID,
            "Schema shop, domain code: varchar(0) holds no character.",
            s -> s.domain("code", ValueType.varchar(0))),
        schema(
            DefinitionError.SEQUENCE_INVALID,
            "Sequence shop.number: its least value 5 is not below its greatest 4.",
            s -> s.number.minValue(5).maxValue(4)),
        schema(
            DefinitionError.SEQUENCE_INVALID,
            "Sequence shop.number: the column that owns it is in another schema: Table other,"
                + " column id.",
            s -> s.number.ownedBy(() -> Other.OTHER.id)),
        schema(
            DefinitionError.GRANT_INVALID,
            "Sequence shop.number: a grant is to nobody.",
            s -> s.number.grant(Privilege.USAGE)),
        schema(
            DefinitionError.KEY_INVALID,
            "Publication p: it is for all tables, and for those of some schemas.",
            s -> s.publication("p").forAllTables().forTablesIn("app")),
        schema(
            DefinitionError.SEALED,
            "Domain shop.email: the definition is changed after it was first read or used.",
            s -> {
              assertThat(s.email.type()).isSameAs(s.email.type());
              s.email.notNull();
            }),
        schema(
            DefinitionError.SEALED,
            "Sequence shop.number: the definition is changed after it was first read or used.",
            s -> {
              assertThat(s.definition().sequences()).hasSize(1);
              s.number.cycle();
            }));
  }

  @ParameterizedTest
  @MethodSource({"names", "types", "clauses", "schemas"})
  void should_refuse(Case wrong) {
    SlipwayException thrown =
        catchThrowableOfType(SlipwayException.class, () -> wrong.definition().run());

    assertThat(thrown).isNotNull();
    assertThat(thrown.what()).isEqualTo(wrong.what());
    assertThat(thrown.code()).isEqualTo(wrong.code());
    assertThat(thrown.next()).endsWith(".");
  }
}
