package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.diff.Differ;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Plan;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared renames of what has no rows of its own, with what is said about each. */
class KindRenamesTest {

  /** {@code %s} stands before each name. */
  private static final String DEFINITION =
      """
      create table t (id int primary key);
      create type "%1$smood" as enum ('good', 'bad');
      comment on type "%1$smood" is 'type';
      revoke usage on type "%1$smood" from public;
      create function "%1$sf"(a int, b "%1$smood"[]) returns int language sql as $$ select 1 $$;
      comment on function "%1$sf" is 'function';
      grant execute on function "%1$sf" to anna;
      create procedure "%1$sp"(a int) language sql as $$ select 1 $$;
      create view "%1$sv" as select "%1$sf"(id, null) as n from t;
      comment on column "%1$sv".n is 'column';
      create materialized view "%1$sm" as select n from "%1$sv";
      comment on materialized view "%1$sm" is 'materialized';
      create function fire() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger "%1$str" before insert on t for each row execute function fire();
      create policy "%1$spo" on t;
      create publication "%1$spu" for table t;
      """;

  private static final List<ObjectId> IDS =
      List.of(
          ObjectId.of(Kind.ENUM, "public", "mood"),
          ObjectId.of(Kind.ROUTINE, "public", "f(integer, public.%smood[])"),
          ObjectId.of(Kind.ROUTINE, "public", "p(integer)"),
          ObjectId.of(Kind.VIEW, "public", "v"),
          ObjectId.of(Kind.VIEW, "public", "m"),
          ObjectId.of(Kind.TRIGGER, "public", "t", "tr"),
          ObjectId.of(Kind.POLICY, "public", "t", "po"),
          ObjectId.of(Kind.PUBLICATION, "pu"));

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_rename_there_and_back(int version) throws SQLException {
    String prefix = "A.b (\\\"\"ü";
    TestServer server = TestServer.of(version);
    try (TestDatabase one = server.newDatabase();
        TestDatabase two = server.newDatabase()) {
      one.run(DEFINITION.formatted(""));
      two.run(DEFINITION.formatted(prefix));
      Catalog before = one.read();
      Catalog after = two.read();
      List<DeclaredRename> renames = new ArrayList<>();
      for (ObjectId id : IDS) {
        String name = prefix.replace("\"\"", "\"") + id.name();
        // Enums are renamed first, so the types of a routine have their new names already.
        String types = "public.\"" + prefix + "mood\"";
        renames.add(
            new DeclaredRename.OfObject(
                id.withName(id.name().replace("public.%smood", types)),
                id.withName(name.replace("public.%smood", types))));
      }
      Plan plan =
          new SchemaPlanner(new Postgres(), new TestShadow(server))
              .plan(before, new Desired(after, renames));

      assertThat(plan.changes()).hasSize(renames.size()).allMatch(Change.Rename.class::isInstance);
      one.runTogether(plan.up());
      assertThat(Differ.compare(one.read(), after)).isEmpty();
      one.runTogether(plan.down());
      assertThat(Differ.compare(one.read(), before)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"EXTENSION", "PUBLICATION_MEMBER", "GRANT", "COMMENT"})
  void should_refuse_what_has_no_other_name(Kind kind) {
    ObjectId from = ObjectId.about(kind, ObjectId.of(Kind.TABLE, "public", "a"), "b");
    assertThatThrownBy(() ->
            new PostgresRenderer()
                .rename(from, from.withName("c"), Catalog.empty(new Postgres().engine())))
        .isInstanceOfSatisfying(
            SlipwayException.class,
            e -> assertThat(e.code()).isEqualTo(PostgresError.CANNOT_RENAME));
  }
}
