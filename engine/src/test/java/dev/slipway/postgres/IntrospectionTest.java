package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class IntrospectionTest {

  @Test
  void should_read_a_thousand_tables() throws SQLException {
    try (TestDatabase database = TestServer.of(17).newDatabase()) {
      TestServer.run(
          database.connection(),
          """
          do $$ begin
            for i in 1..1000 loop
              execute format('create table t%s (id bigint generated always as identity primary key,'
                || ' parent_id bigint references t%s, name text not null default ''x'','
                || ' amount numeric(10, 2) check (amount > 0), at timestamptz default now(), code text unique)',
                i, greatest(i - 1, 1));
              execute format('create index on t%s (parent_id)', i);
              execute format('create index on t%s (lower(name)) where amount > 5', i);
            end loop;
          end $$;
          analyze
          """);
      var times = new ArrayList<Long>();
      Catalog catalog = Catalog.empty(new Postgres().engine());
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();
        catalog = database.read();
        times.add((System.nanoTime() - start) / 1_000_000);
      }
      System.out.println("1,000 tables, " + catalog.size() + " objects: " + times + " ms");

      assertThat(catalog.size()).isEqualTo(15_000);
    }
  }

  @Test
  void should_print_alike_whatever_the_session_was_told() throws SQLException {
    try (TestDatabase database = TestServer.of(17).newDatabase()) {
      TestServer.run(
          database.connection(),
          """
          create schema app;
          create table app.t (
            at timestamptz default '2020-01-01 12:00:00+00', span interval default '1 day 2 hours',
            part double precision default 0.1::float8, raw bytea default '\\xff', day date default '2020-02-03');
          create view app.v as select * from app.t
          """);
      Catalog usual = database.read();
      TestServer.run(
          database.connection(),
          """
          set search_path = app; set timezone = 'Asia/Tokyo';
          set intervalstyle = 'iso_8601'; set extra_float_digits = -5; set bytea_output = 'escape';
          set quote_all_identifiers = on
          """);

      assertThat(database.read()).isEqualTo(usual);
      assertThat(database.connection().getAutoCommit()).isTrue();
      assertThat(database.connection().isReadOnly()).isFalse();
    }
  }
}
