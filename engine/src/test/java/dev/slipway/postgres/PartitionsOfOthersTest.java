package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import dev.slipway.diff.Differ;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitions that pg_partman or an application makes are neither drift nor dropped. */
class PartitionsOfOthersTest {

  private static final String DEFINED =
      """
      create schema app;
      create table app.region (id int primary key);
      create table app.visit (
        id bigint generated always as identity, day date not null, region int references app.region,
        note text default 'x' check (note <> ''), primary key (id, day)) partition by range (day);
      create index visit_region on app.visit (region);
      create table app.visit_rest partition of app.visit default;
      create table app.other (id int) partition by list (id);
      create publication changes for table app.visit with (publish_via_partition_root = true);
      """;

  private static final String OF_OTHERS =
      """
      create table app.visit_2026 partition of app.visit
        for values from ('2026-01-01') to ('2027-01-01') partition by range (id);
      create table public.visit_2026_low partition of app.visit_2026 for values from (0) to (1000)
        with (fillfactor = 50);
      create table app.visit_2025 (like app.visit including all excluding identity);
      create index of_others on app.visit_2025 (note);
      alter table app.visit attach partition app.visit_2025
        for values from ('2025-01-01') to ('2026-01-01');
      comment on table app.visit_2025 is 'somebody else''s';
      comment on index app.of_others is 'somebody else''s';
      grant select on app.visit_2025 to public;
      create policy somebody on app.visit_2025;
      create statistics app.of_others_too on day, region from app.visit_2025;
      """;

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_leave_out_the_partitions_that_nothing_names(int version) throws SQLException {
    Scope scope = Scope.all().leavingPartitionsOf(Names.of(List.of("app.vis*")));
    try (TestDatabase database = TestServer.of(version).newDatabase()) {
      var postgres = new Postgres();
      database.run(DEFINED);
      Catalog defined = postgres.introspect(database.connection(), scope);
      database.run(OF_OTHERS);

      Catalog left = postgres.introspect(database.connection(), scope.knowing(List.of(defined)));

      assertThat(Differ.differences(left, defined)).isEmpty();
      assertThat(Differ.differences(defined, left)).isEmpty();
      assertThat(left.fingerprint()).isEqualTo(defined.fingerprint());
      // In a shadow there is nothing but what was defined.
      assertThat(postgres.introspect(database.connection(), scope).size())
          .isGreaterThan(defined.size());
      // Partitions of tables that are not named are compared.
      database.run("create table app.other_1 partition of app.other for values in (1)");
      assertThat(postgres.introspect(database.connection(), scope.knowing(List.of(defined))).size())
          .isGreaterThan(defined.size());
    }
  }
}
