package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A project on a hosting platform: what is the platform's is left alone, what is the user's is not.
 */
final class PlatformTest {

  @TempDir Path folder;
  private UserProject project;

  @BeforeEach
  void createProject() throws IOException {
    project = new UserProject(folder);
  }

  private TestDatabase hosted(EmbeddedPostgres server, String platform, String more)
      throws SQLException, IOException {
    TestDatabase database = TestDatabase.create(server, "hosted");
    database.execute(Platform.named(platform).prelude());
    database.execute(more);
    project.on(database);
    project.file(
        "slipway.yml",
        """
        schema: sql:db/schema
        postgres: %d
        platform: %s
        environments:
          dev: { url: "${URL}", stamp: none }
        """
            .formatted(database.version(), platform));
    return database;
  }

  @Test
  void should_compare_what_the_user_adds_to_the_platform_and_nothing_of_the_platform()
      throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database =
          hosted(
              server,
              "supabase",
              """
              create table auth.of_a_later_release (id int primary key);
              create function storage.touch() returns trigger language plpgsql as $$ begin return new; end $$;
              create trigger touched before update on storage.objects
                for each row execute function storage.touch();
              create policy cron_job_policy on cron.job using (true);
              create function extensions.watch() returns event_trigger language plpgsql as $$ begin end $$;
              create event trigger pgrst_ddl_watch on ddl_command_end execute function extensions.watch();
              create publication supabase_realtime_messages_publication for table realtime.messages;
              alter default privileges for role supabase_admin in schema public
                grant all on tables to anon;
              """);
      project.file(
          "db/schema/all.sql",
          """
          create extension pg_trgm with schema extensions;
          create table public.profile (id uuid primary key references auth.users (id), name text);
          alter table public.profile enable row level security;
          create policy own on public.profile to authenticated using (auth.uid() = id);
          create function public.new_user() returns trigger language plpgsql security definer
            as $$ begin insert into public.profile (id) values (new.id); return new; end $$;
          create trigger on_user after insert on auth.users
            for each row execute function public.new_user();
          create policy upload on storage.objects for insert to authenticated
            with check (bucket_id = 'avatars');
          alter publication supabase_realtime add table public.profile;
          create table public.note (id bigint generated always as identity primary key);
          create table public.hidden (id bigint generated always as identity primary key);
          revoke all on sequence public.hidden_id_seq from anon;
          """);

      String migration = project.generate("begin");
      project.run("check").ends(0);
      project.run("migrate", "dev").ends(0);
      project.run("status", "dev").ends(0);
      assertThat(
              project.run("generate", "--output", "json").ends(0).json().get("status").asString())
          .isEqualTo("unchanged");
      assertThat(
              database.rows("select tgname from pg_trigger where tgname in ('on_user', 'touched')"))
          .hasSize(2);

      assertThat(
              database.rows(
                  """
                  select s, has_sequence_privilege('anon', s, 'usage')
                    from unnest(array['note_id_seq', 'hidden_id_seq']) s
                  """))
          .containsExactly("note_id_seq|t", "hidden_id_seq|f");

      database.execute("drop policy upload on storage.objects");
      assertThat(project.run("status", "dev").ends(1).out())
          .contains("policy storage.objects.upload");
      project.run("push").ends(0);
      project.run("status", "dev").ends(0);

      project.run("rollback", "dev", "--to", "beginning", "--accept-loss", migration);
      assertThat(
              database.rows("select tgname from pg_trigger where tgname in ('on_user', 'touched')"))
          .containsExactly("touched");
      assertThat(database.value("select count(*) from pg_policies where schemaname = 'cron'"))
          .isEqualTo("1");
    }
  }

  @Test
  void should_carry_what_the_user_takes_from_and_adds_to_the_default_privileges_of_the_platform()
      throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = hosted(server, "supabase", "");
      project.file("db/schema/all.sql", "create table public.before (id int primary key);");
      String first = project.generate("begin");
      project.file(
          "db/schema/all.sql",
          """
          create table public.before (id int primary key);
          alter default privileges in schema public revoke execute on routines from anon;
          alter default privileges in schema public revoke insert on tables from anon;
          create schema app;
          alter default privileges in schema app grant select on tables to anon;
          create function public.secret() returns int language sql as 'select 1';
          create table public.after (id int primary key);
          create table app.seen (id int primary key);
          """);
      String second = project.generate("privileges");
      project.run("check").ends(0);
      project.run("migrate", "dev").ends(0);
      project.run("status", "dev").ends(0);
      assertThat(
              database.rows(
                  """
                  select pg_catalog.has_function_privilege('service_role', 'public.secret()', 'execute'),
                         (select count(*) from pg_proc p, aclexplode(p.proacl) a
                           where p.proname = 'secret' and a.grantee = 'anon'::regrole),
                         has_table_privilege('anon', 'public.before', 'insert'),
                         has_table_privilege('anon', 'public.after', 'insert'),
                         has_table_privilege('anon', 'app.seen', 'select')
                  """))
          .containsExactly("t|0|t|f|t");

      project.run("rollback", "dev", "--to", first, "--accept-loss", second).ends(0);
      assertThat(database.value("select has_table_privilege('anon', 'public.before', 'insert')"))
          .isEqualTo("t");
      project.run("migrate", "dev").ends(0);
      project.run("status", "dev").ends(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"neon", "rds"})
  void should_find_nothing_of_the_user_on_an_empty_platform(String platform)
      throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      hosted(server, platform, "");
      project.file("db/schema/all.sql", "create table public.t (id int primary key);");
      project.run("push").ends(0);
      project.run("status", "dev").ends(0);
      assertThat(project.run("push", "--output", "json").ends(0).json().get("status").asString())
          .isEqualTo("unchanged");
    }
  }
}
