package dev.slipway.schema;

import static dev.slipway.schema.example.Kinds.KINDS;
import static dev.slipway.schema.example.Todo.TODO;
import static dev.slipway.schema.example.Users.USERS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.lower;

import dev.slipway.schema.example.Priority;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import dev.slipway.schema.model.ColumnValue;
import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedEnum;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedPublication;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.IndexPart.Key.OfColumn;
import dev.slipway.schema.model.IndexPart.Nulls;
import dev.slipway.schema.model.IndexPart.Order;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.ReferentialAction;
import dev.slipway.schema.model.ReplicaIdentity;
import dev.slipway.schema.model.Role;
import dev.slipway.schema.model.RowSecurity;
import dev.slipway.schema.model.SequenceOptions;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefinitionTest {

  /** A table that says all that the example does not. */
  static final class Shop extends TableDefinition {
    static final Shop SHOP = new Shop();

    final Column<Integer> region = integer("region");
    final Column<String> code = varchar("code", 8).withComment("Within the region");
    final Column<String> twin = text("twin").unique();
    final Column<Integer> parentRegion = integer("parent_region");
    final Column<String> parentCode = varchar("parent_code", 8);
    final Column<OffsetDateTime> openedAt =
        timestamptz("opened_at").defaultTo(currentOffsetDateTime());
    final Column<String> label = text("label").generatedAs("code || '!'");

    private Shop() {
      super("app", "shop");
      renamedFrom("store");
      primaryKey(region, code).named("shop_key");
      unique(code, twin).named("shop_twins").nullsNotDistinct();
      foreignKey(parentRegion, parentCode)
          .references(() -> SHOP.region, () -> SHOP.code)
          .onDelete(SET_NULL)
          .onUpdate(CASCADE)
          .initiallyDeferred()
          .named("shop_parent");
      check(parentRegion.ne(0));
      check("code_form", "code ~ '^[a-z?]+$'");
      index(openedAt.desc().nullsLast(), lower(twin), sql("md5(code)").asc())
          .unique()
          .named("shop_opened")
          .include(label)
          .where(twin.isNotNull());
      index(label).using("gin").operatorClass("gin_trgm_ops").where("label <> ''");
      policy("deny").forAll().restrictive().to(ANON, Role.of("clerk")).using("false");
      policy("add").forInsert().withCheck(region.gt(3));
      policy("change").forUpdate().using(region.eq(1)).withCheck("region = 1");
      forceRowSecurity();
      publication("feed");
      publication("feed");
      replicaIdentityUsing("shop_opened");
    }
  }

  private static final DefinedTable SHOP = Shop.SHOP.definition();

  private static List<ColumnType.Made> types(DefinedTable table) {
    return Definition.of(List.of(table)).types();
  }

  private static DefinedColumn column(
      String name,
      ColumnType type,
      boolean notNull,
      @Nullable ColumnValue value,
      @Nullable String comment,
      @Nullable String renamedFrom) {
    return new DefinedColumn(
        name, type, notNull, null, value, null, null, null, false, comment, renamedFrom);
  }

  private static String sql(Expression expression) {
    return expression.sql(SQLDialect.POSTGRES);
  }

  @Test
  void should_say_what_the_table_is() {
    DefinedTable todo = TODO.definition();

    assertThat(todo.name()).isEqualTo(new QualifiedName(null, "todo"));
    assertThat(todo.comment()).isEqualTo("What is to be done");
    assertThat(todo.primaryKey()).isEqualTo(new DefinedKey(null, List.of("id"), false));
    assertThat(todo.rowSecurity()).isEqualTo(RowSecurity.ENABLED);
    assertThat(todo.publications())
        .extracting(DefinedPublication.Member::publication)
        .containsExactly("supabase_realtime");
    assertThat(todo.replicaIdentity()).isEqualTo(ReplicaIdentity.Kind.DEFAULT);
    assertThat(types(todo))
        .containsExactly(
            new ColumnType.Enumeration(
                new DefinedEnum(
                    new QualifiedName(null, "priority"),
                    List.of("LOW", "NORMAL", "very high"),
                    Map.of(),
                    null,
                    null)));
    assertThat(SHOP.name()).hasToString("app.shop");
    assertThat(SHOP.renamedFrom()).isEqualTo(new QualifiedName("app", "store"));
    assertThat(SHOP.rowSecurity()).isEqualTo(RowSecurity.FORCED);
    assertThat(SHOP.publications())
        .extracting(DefinedPublication.Member::publication)
        .containsExactly("feed");
    assertThat(SHOP.replicaIdentity()).isEqualTo(new ReplicaIdentity.Index("shop_opened"));
    assertThat(TODO.definition()).isSameAs(todo);
  }

  @Test
  void should_say_what_the_columns_are() {
    assertThat(TODO.definition().columns().getFirst())
        .isEqualTo(column("id", Basic.INTEGER, true, ColumnValue.Serial.SERIAL, null, null));
    assertThat(USERS.definition().columns().get(2))
        .isEqualTo(column("full_name", Basic.TEXT, false, null, null, "name"));
    assertThat(SHOP.columns().get(1))
        .isEqualTo(
            column("code", new ColumnType.Varchar(8), true, null, "Within the region", null));
    assertThat(SHOP.columns().getLast().value())
        .isEqualTo(new ColumnValue.Generated(Expression.of("code || '!'"), true));
    assertThat(TODO.definition().columns())
        .extracting(DefinedColumn::name)
        .containsExactly(
            "id", "text", "completed", "user_id", "parent_id", "priority", "tags", "extra");
  }

  @Test
  void should_have_a_type_for_each_kind_of_column() {
    Map<String, ColumnType> types =
        KINDS.definition().columns().stream()
            .collect(Collectors.toMap(DefinedColumn::name, DefinedColumn::type));

    assertThat(types)
        .containsEntry("smallserial", Basic.SMALLINT)
        .containsEntry("money", new ColumnType.Decimal(12, 2))
        .containsEntry("number", Basic.NUMERIC)
        .containsEntry("varchar", Basic.VARCHAR)
        .containsEntry("varchar10", new ColumnType.Varchar(10))
        .containsEntry("character", new ColumnType.Char(3))
        .containsEntry("time0", new ColumnType.Temporal(Basic.TIME, 0))
        .containsEntry("timestamptz3", new ColumnType.Temporal(Basic.TIMESTAMPTZ, 3))
        .containsEntry("point", new ColumnType.Named("point"))
        .containsEntry("uri", Basic.TEXT)
        .containsEntry("moneys", new ColumnType.Array(new ColumnType.Decimal(12, 2)));
    assertThat(types(KINDS.definition()))
        .extracting(ColumnType.Made::name)
        .containsExactly(
            new QualifiedName(null, "priority"), new QualifiedName("app", "weekday kind"));
    assertThat(KINDS.definition().columns().getFirst().value())
        .isEqualTo(new ColumnValue.Identity(true, SequenceOptions.DEFAULT));
  }

  @Test
  void should_say_what_the_keys_are() {
    assertThat(SHOP.primaryKey())
        .isEqualTo(new DefinedKey("shop_key", List.of("region", "code"), false));
    assertThat(SHOP.uniques())
        .containsExactly(
            new DefinedKey(null, List.of("twin"), false),
            new DefinedKey("shop_twins", List.of("code", "twin"), true));
    assertThat(SHOP.foreignKeys())
        .containsExactly(
            new DefinedForeignKey(
                "shop_parent",
                List.of("parent_region", "parent_code"),
                new QualifiedName("app", "shop"),
                false,
                List.of("region", "code"),
                ReferentialAction.SET_NULL,
                ReferentialAction.CASCADE,
                List.of(),
                false,
                Deferral.INITIALLY_DEFERRED,
                null));
    assertThat(USERS.definition().foreignKeys())
        .containsExactly(
            new DefinedForeignKey(
                null,
                List.of("pinned_todo_id"),
                new QualifiedName(null, "todo"),
                false,
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.NO_ACTION,
                List.of(),
                false,
                Deferral.INITIALLY_IMMEDIATE,
                null));
    assertThat(TODO.definition().foreignKeys())
        .extracting(DefinedForeignKey::target)
        .containsExactly(new QualifiedName(null, "users"), new QualifiedName(null, "todo"));
  }

  @Test
  void should_say_what_the_checks_are() {
    assertThat(SHOP.checks()).extracting(DefinedCheck::name).containsExactly(null, "code_form");
    assertThat(SHOP.checks())
        .extracting(check -> sql(check.condition()))
        .containsExactly("\"parent_region\" <> 0", "code ~ '^[a-z?]+$'");
    assertThat(TODO.definition().checks())
        .extracting(check -> sql(check.condition()))
        .containsExactly("\"text\" <> ''");
  }

  @Test
  void should_say_what_the_indexes_are() {
    DefinedIndex opened = SHOP.indexes().getFirst();
    assertThat(opened.name()).isEqualTo("shop_opened");
    assertThat(opened.unique()).isTrue();
    assertThat(opened.include()).containsExactly("label");
    assertThat(opened.parts().getFirst())
        .isEqualTo(
            new IndexPart(new OfColumn("opened_at"), Order.DESCENDING, Nulls.LAST, null, null));
    assertThat(opened.parts())
        .extracting(part ->
            switch (part.key()) {
              case OfColumn(String name) -> name;
              case IndexPart.Key.OfExpression(Expression expression) -> sql(expression);
            })
        .containsExactly("opened_at", "lower(\"twin\")", "md5(code)");
    assertThat(sql(requireNonNull(opened.where()))).isEqualTo("\"twin\" is not null");

    DefinedIndex label = SHOP.indexes().getLast();
    assertThat(label)
        .isEqualTo(
            new DefinedIndex(
                null,
                false,
                false,
                "gin",
                List.of(
                    new IndexPart(
                        new OfColumn("label"), Order.DEFAULT, null, null, "gin_trgm_ops")),
                List.of(),
                Expression.of("label <> ''"),
                Map.of(),
                null));
  }

  @Test
  void should_say_what_the_policies_are() {
    assertThat(TODO.definition().policies())
        .containsExactly(
            new DefinedPolicy(
                "own todos",
                DefinedPolicy.Command.SELECT,
                false,
                List.of(Role.AUTHENTICATED),
                Expression.of("auth.uid() = user_id"),
                null,
                null));
    assertThat(SHOP.policies())
        .extracting(DefinedPolicy::command)
        .containsExactly(
            DefinedPolicy.Command.ALL, DefinedPolicy.Command.INSERT, DefinedPolicy.Command.UPDATE);
    assertThat(SHOP.policies().getFirst().restrictive()).isTrue();
    assertThat(SHOP.policies().getFirst().roles())
        .extracting(Role::name)
        .containsExactly("anon", "clerk");
    assertThat(SHOP.policies().get(1).roles()).containsExactly(Role.PUBLIC);
  }

  @Test
  void should_render_defaults_as_literals() {
    Map<String, String> defaults =
        TODO.definition().columns().stream()
            .filter(column -> column.value() instanceof ColumnValue.Default)
            .collect(
                Collectors.toMap(
                    DefinedColumn::name,
                    column -> sql(((ColumnValue.Default) column.value()).expression())));

    assertThat(defaults)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "completed", "false",
                "priority", "'NORMAL'::\"priority\"",
                "tags", "cast('{}' as text[])",
                "extra", "cast('{}' as jsonb)"));
    assertThat(Priority.NORMAL.name()).isEqualTo("NORMAL");
  }
}
