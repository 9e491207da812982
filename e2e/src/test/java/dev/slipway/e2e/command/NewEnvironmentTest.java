package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A staging environment that is made like production, on servers of two releases. */
final class NewEnvironmentTest {

  private static final String CHAT =
      """
      create table users (
        id uuid primary key references auth.users (id) on delete cascade,
        name text not null
      );
      create table chats (id bigint generated always as identity primary key, title text not null);
      create table messages (
        id bigint generated always as identity primary key,
        chat_id bigint not null references chats (id) on delete cascade,
        user_id uuid not null references users (id),
        seq bigint not null,
        body text not null,
        unique (chat_id, seq)
      );
      alter table messages replica identity full;
      alter table messages enable row level security;
      create policy "own messages" on messages for select to authenticated
        using (auth.uid() = user_id);
      create policy "support reads" on messages for select to support using (true);
      grant select on messages to support;
      revoke all on users from anon;
      create function next_seq(chat bigint) returns bigint language sql security definer
        set search_path = '' as
        $$ select coalesce(max(seq), 0) + 1 from public.messages where chat_id = chat $$;
      alter publication supabase_realtime add table messages;
      """;

  @TempDir Path folder;

  private UserProject project() throws Exception {
    return new UserProject(folder)
        .file(
            "slipway.yml",
            """
            schema: sql:db/schema
            platform: supabase
            environments:
              dev: { url: embedded }
              staging: { url: "${STAGING}", roles: { support: staging_support } }
              guarded: { url: "${STAGING}", protected: true }
              production: { url: "${PRODUCTION}", protected: true }
            """)
        .file("db/schema/chat.sql", CHAT);
  }

  @Test
  void should_make_staging_like_production_without_rights_and_without_drift() throws Exception {
    UserProject project = project();
    try (var newer = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(18));
        var older = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase staging = TestDatabase.create(newer, "shop");
      TestDatabase production = TestDatabase.create(older, "shop");
      project.variable("STAGING", staging.url()).variable("PRODUCTION", production.url());
      production.execute(
          Files.readString(
              Path.of(
                  System.getProperty("slipway.project.root"),
                  "engine/src/main/resources/dev/slipway/platform/supabase.sql")));
      production.execute("create role support");
      String first = project.generate("first");
      project.run("migrate", "production", "--stamp", "--yes").ends(0);
      production.execute(
          """
          insert into chats (title) values ('secret');
          create role shop_owner; alter table chats owner to shop_owner
          """);

      String planned =
          project.run("env", "create", "staging", "--like", "production", "--plan").ends(0).out();
      assertThat(planned)
          .contains("create schema auth", "create table public.messages", "staging_support")
          .doesNotContain("grant select on public.messages");
      assertThat(
              staging.value("select count(*) from pg_catalog.pg_namespace where nspname = 'auth'"))
          .isEqualTo("0");

      JsonNode made =
          project
              .run("env", "create", "staging", "--like", "production", "--output", "json")
              .ends(0)
              .json();
      assertThat(made.path("status").asString()).isEqualTo("done");
      assertThat(made.path("applied").size()).isEqualTo(1);
      assertThat(made.path("roles").toString()).isEqualTo("[\"staging_support\"]");

      assertThat(project.run("drift", "staging").ends(0).out()).contains("accepted: ");
      assertThat(
              project
                  .run("status", "staging", "--output", "json")
                  .ends(1)
                  .json()
                  .path("pending")
                  .size())
          .isZero();
      assertThat(
              staging.rows(
                  "select rolname from pg_catalog.pg_roles where rolcanlogin and rolname like"
                      + " '%support%'"))
          .isEmpty();
      assertThat(staging.value("select count(*) from chats")).isEqualTo("0");
      assertThat(
              staging.value(
                  "select pg_catalog.pg_get_userbyid(relowner) from pg_catalog.pg_class where"
                      + " relname = 'chats'"))
          .isEqualTo("postgres");
      assertThat(
              staging.value(
                  "select count(*) from pg_catalog.pg_publication_tables where pubname ="
                      + " 'supabase_realtime'"))
          .isEqualTo("1");
      staging.execute("insert into auth.users (id) values (gen_random_uuid())");

      String differences = project.run("env", "compare", "staging", "production").ends(1).out();
      assertThat(differences).contains("grant").doesNotContain("create table", "drop ");

      project.file("db/schema/more.sql", "create table more (id integer primary key);");
      project.generate("second");
      project.run("migrate", "staging").ends(0);
      project.run("drift", "staging").ends(0);
      project.run("rollback", "staging", "--to", first).ends(0);
    }
  }

  @Test
  void should_take_owners_and_privileges_along_where_that_is_asked_for() throws Exception {
    UserProject project = project();
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase staging = TestDatabase.create(server, "shop_staging");
      TestDatabase production = TestDatabase.create(server, "shop");
      project.variable("STAGING", staging.url()).variable("PRODUCTION", production.url());
      production.execute(
          Files.readString(
              Path.of(
                  System.getProperty("slipway.project.root"),
                  "engine/src/main/resources/dev/slipway/platform/supabase.sql")));
      production.execute("create role support");
      project.generate("first");
      project.run("migrate", "production", "--stamp", "--yes").ends(0);
      production.execute("create role shop_owner; alter table chats owner to shop_owner");

      project
          .run(
              "env",
              "create",
              "staging",
              "--like",
              "production",
              "--privileges",
              "--role",
              "support=support",
              "--role",
              "shop_owner=staging_owner")
          .ends(0);

      assertThat(
              staging.value(
                  "select pg_catalog.pg_get_userbyid(relowner) from pg_catalog.pg_class where"
                      + " relname = 'chats'"))
          .isEqualTo("staging_owner");
      assertThat(staging.value("select has_table_privilege('support', 'messages', 'select')"))
          .isEqualTo("t");
      project.run("drift", "staging").ends(0);
      assertThat(folder.resolve("db/accepted-drift/staging.json")).doesNotExist();
      assertThat(project.run("env", "compare", "staging", "production").ends(0).out()).isEmpty();
    }
  }

  @Test
  void should_refuse_what_is_no_empty_environment() throws Exception {
    UserProject project = project();
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase staging = TestDatabase.create(server, "shop_staging");
      TestDatabase production = TestDatabase.create(server, "shop");
      project.variable("STAGING", staging.url()).variable("PRODUCTION", production.url());
      project.run("env", "stamp", "production").ends(0);
      staging.execute("create table theirs (id integer)");

      assertThat(project.run("env", "create", "staging", "--like", "production").ends(3).err())
          .contains("environment-not-empty", "table public.theirs");
      staging.execute("drop table theirs");
      assertThat(project.run("env", "create", "guarded", "--like", "production").ends(2).err())
          .contains("guarded is protected");
      project.run("env", "create", "staging").ends(64);
      project.run("env", "create", "staging", "--like", "staging").ends(64);
      project.run("env", "show", "production", "--like", "staging").ends(64);
      project.run("env", "create", "guarded", "--like", "production", "--yes").ends(0);
      assertThat(staging.value("select environment from slipway.stamp")).isEqualTo("guarded");
    }
  }
}
