package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Scope;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is no part of a catalog, with all that is said about it. */
class LeftOutTest {

  @Test
  void should_leave_out_what_a_scope_names() throws SQLException {
    try (TestDatabase database = TestServer.of(17).newDatabase()) {
      database.run(
          """
          create schema platform;
          create table platform.t (id int primary key);
          comment on table platform.t is 'x';
          grant select on platform.t to anna;
          grant usage on schema platform to anna;
          create type platform.mood as enum ('a');
          create function platform.f() returns trigger language plpgsql as $$ begin end $$;
          create trigger tr before insert on platform.t for each row execute function platform.f();
          create policy po on platform.t;
          create view platform.v as select * from platform.t;
          create extension citext schema platform;
          create publication left_out for table platform.t;
          create view left_out as select 1 as one;
          comment on view left_out is 'x';
          comment on column left_out.one is 'x';
          grant select on left_out to anna;
          """);
      var scope =
          new Scope(
              Set.of("platform"),
              Set.of(
                  ObjectId.of(Kind.VIEW, "public", "left_out"),
                  ObjectId.of(Kind.PUBLICATION, "left_out")));

      Catalog catalog = new Postgres().introspect(database.connection(), scope);

      assertThat(catalog.objects()).isEmpty();
    }
  }

  @Test
  void should_leave_out_what_an_extension_owns_but_know_who_needs_it() throws SQLException {
    try (TestDatabase database = TestServer.of(17).newDatabase()) {
      database.run(
          """
          create extension citext;
          create type mood as enum ('a');
          create table t (id int primary key, m mood);
          comment on table t is 'x';
          comment on column t.id is 'x';
          grant select on t to anna;
          create function f() returns int language sql as $$ select 1 $$;
          create view v as select * from t;
          alter extension citext add type mood;
          alter extension citext add table t;
          alter extension citext add function f();
          alter extension citext add view v;
          create view uses as select f() as f, 'a'::citext as c, array['b'::citext] as d from v;
          """);

      Catalog catalog = database.read();

      ObjectId extension = ObjectId.of(Kind.EXTENSION, "citext");
      ObjectId uses = ObjectId.of(Kind.VIEW, "public", "uses");
      assertThat(catalog.objects()).extracting(DatabaseObject::id).containsExactly(extension, uses);
      assertThat(catalog.dependencies().of(uses)).containsExactly(extension);
    }
  }

  @Test
  void should_leave_out_what_every_new_database_has() throws SQLException {
    for (int version : new int[] {15, 16, 17, 18}) {
      try (TestDatabase database = TestServer.of(version).newDatabase()) {
        assertThat(database.read().objects()).isEmpty();
      }
    }
  }
}
