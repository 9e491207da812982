package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Smallness;
import dev.slipway.plan.TableSize;
import dev.slipway.plan.TableSize.Precision;
import dev.slipway.plan.WeighedHazard;
import dev.slipway.plan.WeighedHazard.Weight;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hazards come to on real tables. */
final class ScalesTest {

  private static final String TABLES =
      """
      create table small (id integer, note text, none text);
      insert into small select i from generate_series(1, 40) i;
      update small set note = 'x' where id = 1;
      create table large (id integer, note text);
      insert into large select i, md5(i::text) from generate_series(1, 200000) i;
      analyze large;
      create table fresh (id integer);
      insert into fresh select i from generate_series(1, 20000) i;
      create table "No Rows" ("Two Words" integer);
      create table parts (id integer) partition by range (id);
      create table parts_1 partition of parts for values from (0) to (100000);
      create table parts_2 partition of parts for values from (100000) to (200000);
      insert into parts select i from generate_series(1, 150000) i;
      analyze parts;
      create table guarded (id integer);
      insert into guarded values (1);
      alter table guarded enable row level security, force row level security;
      create table hidden (id integer);
      """;

  private static ObjectId table(String name) {
    return ObjectId.of(Kind.TABLE, "public", name);
  }

  private static Hazard hazard(HazardCode code, String table) {
    return new Hazard(code, table(table), "", "", List.of(table(table)));
  }

  private static Hazard column(HazardCode code, String table, String column) {
    return new Hazard(
        code, ObjectId.of(Kind.COLUMN, "public", table, column), "", "", List.of(table(table)));
  }

  private static Target target(int version) throws SQLException {
    Target target = TestDatabases.create(version);
    try (Connection connection = target.connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
    return target;
  }

  private static WeighedHazard weigh(Target target, Hazard hazard) {
    return new Scales(target.dialect(), Smallness.standard())
        .weigh(target, List.of(hazard))
        .getFirst();
  }

  private static TableSize size(Target target, String table) {
    return Objects.requireNonNull(weigh(target, hazard(HazardCode.TABLE_REWRITE, table)).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 18})
  void should_weigh_by_rows_and_bytes(int version) throws SQLException {
    Target target = target(version);

    assertThat(size(target, "small").rows()).isEqualTo(40);
    assertThat(size(target, "small").precision()).isEqualTo(Precision.EXACT);
    assertThat(size(target, "large").rows()).isBetween(199_000L, 201_000L);
    assertThat(size(target, "large").precision()).isEqualTo(Precision.ABOUT);
    assertThat(size(target, "large").bytes()).isBetween(12_000_000L, 15_000_000L);
    assertThat(size(target, "fresh").precision()).isEqualTo(Precision.MORE_THAN);
    assertThat(size(target, "fresh").rows()).isEqualTo(10_000);
    assertThat(size(target, "parts").rows()).isBetween(149_000L, 151_000L);
    assertThat(size(target, "No Rows")).isEqualTo(new TableSize(0, 0, Precision.EXACT));
    assertThat(weigh(target, hazard(HazardCode.TABLE_REWRITE, "absent")).size()).isNull();

    assertThat(weigh(target, hazard(HazardCode.TABLE_REWRITE, "small")).weight())
        .isEqualTo(Weight.SMALL);
    assertThat(weigh(target, hazard(HazardCode.TABLE_REWRITE, "fresh")).weight())
        .isEqualTo(Weight.FULL);
    assertThat(weigh(target, hazard(HazardCode.TABLE_REWRITE, "large")).weight())
        .isEqualTo(Weight.FULL);
    assertThat(weigh(target, hazard(HazardCode.TABLE_REWRITE, "large")).about())
        .isBetween(Duration.ofMillis(200), Duration.ofMillis(500));
    assertThat(weigh(target, hazard(HazardCode.RENAME_TABLE, "small")).weight())
        .isEqualTo(Weight.FULL);
    assertThat(weigh(target, hazard(HazardCode.LOCK_TIMEOUT_OFF, "small")).weight())
        .isEqualTo(Weight.FULL);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_call_empty_only_what_was_looked_into(int version) throws SQLException {
    Target target = target(version);

    assertThat(weigh(target, hazard(HazardCode.DROP_TABLE, "small")).loses()).isTrue();
    assertThat(weigh(target, hazard(HazardCode.DROP_TABLE, "No Rows")).weight())
        .isEqualTo(Weight.EMPTY);
    assertThat(weigh(target, column(HazardCode.DROP_COLUMN, "No Rows", "Two Words")).weight())
        .isEqualTo(Weight.EMPTY);
    assertThat(weigh(target, column(HazardCode.DROP_COLUMN, "small", "note")).loses()).isTrue();
    assertThat(weigh(target, column(HazardCode.DROP_COLUMN, "small", "none")).weight())
        .isEqualTo(Weight.EMPTY);
    assertThat(weigh(target, column(HazardCode.SET_NOT_NULL, "small", "none")).counts()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_stop_where_rows_came_since(int version) throws SQLException {
    Target target = target(version);
    ObjectId column = ObjectId.of(Kind.COLUMN, "public", "small", "note");

    assertThat(guarded(target, table("No Rows"))).isEmpty();
    assertThat(guarded(target, table("small")))
        .contains("there are values in public.small now, which was empty");
    assertThat(guarded(target, column)).contains("there are values in public.small.note now");
    assertThat(guarded(target, ObjectId.of(Kind.COLUMN, "public", "small", "none"))).isEmpty();
  }

  private static String guarded(Target target, ObjectId holder) {
    try {
      new Executor(target, ExecutorOptions.defaults())
          .apply("push", target.dialect().tableSizes().guard(holder), connection -> {});
      return "";
    } catch (SlipwayException e) {
      return e.what();
    }
  }

  /** Row level security hides rows from a role, and makes none of them absent. */
  @ParameterizedTest
  @ValueSource(ints = {17})
  void should_not_call_empty_what_the_role_may_not_see(int version) throws SQLException {
    Target owner = target(version);
    try (Connection connection = owner.connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute("create role scales_reader; grant select on guarded to scales_reader");
    }
    var reader =
        new Target(
            owner.dialect(),
            purpose -> {
              Connection connection = owner.connect(purpose);
              try (Statement statement = connection.createStatement()) {
                statement.execute("set role scales_reader");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
              return connection;
            });
    try {
      assertThat(weigh(reader, hazard(HazardCode.DROP_TABLE, "guarded")).loses()).isTrue();
      assertThat(weigh(reader, hazard(HazardCode.DROP_TABLE, "hidden")).loses()).isTrue();
      assertThat(weigh(owner, hazard(HazardCode.DROP_TABLE, "hidden")).loses()).isFalse();
    } finally {
      try (Connection connection = owner.connect("test");
          Statement statement = connection.createStatement()) {
        statement.execute("drop owned by scales_reader; drop role scales_reader");
      }
    }
  }
}
