package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Staging gets rows of production, without its people. */
final class RefreshTest {

  /** Circles, keys of two columns, a key that is personal, partitions, a generated column. */
  private static final String SCHEMA =
      """
      create table accounts (
        id bigint generated always as identity primary key,
        owner_id bigint,
        plan text not null
      );
      create table users (
        id bigint generated always as identity primary key,
        account_id bigint not null references accounts (id),
        manager_id bigint references users (id),
        email varchar(80) not null unique,
        full_name text,
        phone text,
        login_ip inet,
        birthday date,
        password text,
        note text,
        lower_email text generated always as (lower(email)) stored
      );
      alter table accounts add foreign key (owner_id) references users (id);
      create table logins (
        id bigint generated always as identity primary key,
        email varchar(80) not null references users (email)
      );
      create table chats (account_id bigint references accounts (id), number integer,
        topic text, primary key (account_id, number));
      create table messages (
        id bigint generated always as identity,
        account_id bigint not null,
        number integer not null,
        author_id bigint references users (id),
        at date not null,
        body text not null,
        primary key (id, at),
        foreign key (account_id, number) references chats (account_id, number)
      ) partition by range (at);
      create table messages_2025 partition of messages
        for values from ('2025-01-01') to ('2026-01-01');
      create table messages_2026 partition of messages
        for values from ('2026-01-01') to ('2027-01-01');
      create function forbid() returns trigger language plpgsql as
        $$ begin raise exception 'a trigger ran'; end $$;
      create trigger never before insert on messages for each row execute function forbid();
      """;

  private static final String ROWS =
      """
      set session_replication_role = replica;
      insert into accounts (owner_id, plan)
        select i, case when i % 2 = 0 then 'free' else 'pro' end from generate_series(1, 20) i;
      insert into users (account_id, manager_id, email, full_name, phone, login_ip, birthday,
                         password, note)
        select (i + 9) / 10, nullif(i / 2, 0), 'Secret' || i || '@corp.test', 'Person Secret ' || i,
               '+49 170 5551' || lpad(i::text, 3, '0'), ('192.0.2.' || i)::inet,
               date '1911-01-01' + i, 'hunter2-' || i, E'tab\\tand\\\\line\\n' || i
          from generate_series(1, 200) i;
      insert into logins (email) select email from users;
      insert into chats select a, n, 'topic ' || n
        from generate_series(1, 20) a, generate_series(1, 5) n;
      insert into messages (account_id, number, author_id, at, body)
        select (i % 20) + 1, (i % 5) + 1, (i % 200) + 1, date '2025-07-01' + (i % 365), 'said ' || i
          from generate_series(1, 3000) i;
      """;

  private static final String MASKING =
      """
      salt: "${MASKING_SALT}"
      rows: { public.messages: 10%%, public.users: 5, public.accounts: none, public.chats: none, public.logins: none }
      columns:
        public.users.email: { fake: email }
        public.logins.email: { fake: email }
        public.users.full_name: { fake: name }
        public.users.phone: keep format
        public.users.login_ip: { fake: ip }
        public.users.birthday: { fake: birthday }
        public.users.password: hash
        public.users.note: %s
      """;

  @TempDir Path folder;

  private UserProject project() throws Exception {
    return new UserProject(folder)
        .file(
            "slipway.yml",
            """
            schema: sql:db/schema
            environments:
              staging: { url: "${STAGING}" }
              production: { url: "${PRODUCTION}", protected: true }
            """)
        .file("db/schema/all.sql", SCHEMA)
        .file("masking.yml", MASKING.formatted("keep"))
        .variable("MASKING_SALT", "a salt that nobody knows");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_bring_some_rows_with_what_they_point_at_and_nothing_personal(int version)
      throws Exception {
    UserProject project = project();
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version))) {
      TestDatabase staging = TestDatabase.create(server, "staging");
      TestDatabase production = TestDatabase.create(server, "production");
      prepare(project, staging, production);
      production.execute(ROWS);
      staging.execute("insert into accounts (plan) values ('earlier')");
      String before = state(production);

      JsonNode planned =
          project
              .run("refresh", "staging", "--from", "production", "--plan", "--output", "json")
              .ends(0)
              .json();
      assertThat(planned.path("status").asString()).isEqualTo("planned");
      assertThat(staging.value("select string_agg(plan, ',') from accounts")).isEqualTo("earlier");
      assertThat(project.run("refresh", "staging", "--from", "production").ends(2).err())
          .contains("Shall they be?");

      JsonNode done =
          project
              .run("refresh", "staging", "--from", "production", "--yes", "--output", "json")
              .ends(0)
              .json();

      long messages = Long.parseLong(staging.value("select count(*) from messages"));
      assertThat(messages).isBetween(200L, 400L);
      assertThat(rows(done, "public.messages")).isEqualTo(messages);
      assertThat(rows(planned, "public.messages")).isEqualTo(messages);
      assertThat(staging.value("select count(*) from accounts where plan = 'earlier'"))
          .isEqualTo("0");
      assertThat(staging.value("select count(*) from logins")).isEqualTo("0");
      for (String orphans :
          List.of(
              "users u where not exists (select from accounts a where a.id = u.account_id)",
              "users u where manager_id is not null and not exists (select from users m where m.id"
                  + " = u.manager_id)",
              "accounts a where owner_id is not null and not exists (select from users u where u.id"
                  + " = a.owner_id)",
              "messages m where not exists (select from chats c where (c.account_id, c.number) ="
                  + " (m.account_id, m.number))",
              "messages m where not exists (select from users u where u.id = m.author_id)")) {
        assertThat(staging.value("select count(*) from " + orphans)).as(orphans).isEqualTo("0");
      }
      assertThat(staging.value("select count(distinct email) = count(*) from users"))
          .isEqualTo("t");
      assertThat(staging.value("select bool_and(email like '%@example.com') from users"))
          .isEqualTo("t");
      assertThat(staging.value("select bool_and(phone ~ '^\\+\\d{2} \\d{3} \\d{7}$') from users"))
          .isEqualTo("t");
      assertThat(
              staging.value(
                  "select bool_and(starts_with(note, E'tab\\tand\\\\line\\n')) from users"))
          .isEqualTo("t");
      assertThat(staging.value("select last_value from users_id_seq")).isEqualTo("200");
      assertNothingPersonal(staging, done.toString());
      assertThat(staging.value("select outcome from slipway.run where command = 'refresh' limit 1"))
          .isEqualTo("done");
      assertThat(state(production)).isEqualTo(before);

      List<String> first =
          staging.rows("select id, email, full_name, phone from users order by id");
      project.run("refresh", "staging", "--from", "production", "--yes").ends(0);
      assertThat(staging.rows("select id, email, full_name, phone from users order by id"))
          .isEqualTo(first);
    }
  }

  @Test
  void should_keep_joins_over_masked_keys_and_bring_children_where_that_is_asked_for()
      throws Exception {
    UserProject project = project();
    project.file(
        "masking.yml",
        MASKING
            .formatted("null")
            .replaceFirst(
                "rows: .*\n", "rows: { others: none, public.users: 7 }\nchildren: public.users\n"));
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase staging = TestDatabase.create(server, "staging");
      TestDatabase production = TestDatabase.create(server, "production");
      prepare(project, staging, production);
      production.execute(ROWS);

      project.run("refresh", "staging", "--from", "production", "--yes").ends(0);

      assertThat(
              Long.parseLong(
                  staging.value("select count(*) from logins l join users u on u.email = l.email")))
          .isGreaterThanOrEqualTo(7);
      assertThat(Long.parseLong(staging.value("select count(*) from messages")))
          .isGreaterThanOrEqualTo(7 * 15);
      assertThat(staging.value("select count(note) from users")).isEqualTo("0");
      assertNothingPersonal(staging, "");
    }
  }

  @Test
  void should_refuse_what_nobody_said_and_keep_the_earlier_rows() throws Exception {
    UserProject project = project();
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase staging = TestDatabase.create(server, "staging");
      TestDatabase production = TestDatabase.create(server, "production");
      prepare(project, staging, production);
      production.execute(ROWS);
      staging.execute("insert into accounts (plan) values ('earlier')");

      assertThat(project.run("refresh", "production", "--from", "staging", "--yes").ends(3).err())
          .contains("refresh-protected");
      project.run("refresh", "staging", "--from", "staging").ends(64);

      Files.delete(folder.resolve("masking.yml"));
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(3).err())
          .contains(
              "unmasked-personal-data",
              "public.users.email (character varying(80)): its name says email",
              "public.users.login_ip (inet): its name says ip",
              "public.users.birthday (date): its name says birthday")
          .doesNotContain("public.messages.body", "Secret1");
      project.file("masking.yml", MASKING.formatted("keep"));

      production.execute("update chats set topic = 'call +49 170 5551234' where number = 1");
      production.execute("update chats set topic = '+49 170 5551234' where number = 2");
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(3).err())
          .contains("public.chats.topic (text): values look like a phone number");
      production.execute("update chats set topic = 'nothing'");

      // beyond what is sampled
      production.execute(
          "set session_replication_role = replica; "
              + "update messages set body = 'write to secret9@corp.test' where id = 2900");
      project.file(
          "masking.yml",
          MASKING.formatted("keep").replace("public.messages: 10%", "public.messages: all"));
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(3).err())
          .contains("public.messages.body (text): a value has an e-mail address in it");
      project.file(
          "masking.yml",
          MASKING
                  .formatted("keep")
                  .replace("public.users.phone: keep format", "public.users.phone: { fixed: \"\" }")
              + "  public.messages.body: { fake: text }\n  public.chats.account_id: hash\n");
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(78).err())
          .contains("masking-wrong", "public.chats.account_id is of the type bigint");

      project.file(
          "masking.yml", MASKING.formatted("keep").replace("\"${MASKING_SALT}\"", "in the file"));
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(78).err())
          .contains("salt is a secret");
      project.file("masking.yml", MASKING.formatted("keep") + "  public.messages.body: keep\n");
      staging.execute("alter table users add check (full_name like 'Person%')");
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(2).err())
          .contains("refresh-failed", "It has its earlier rows")
          .doesNotContain("Secret");
      staging.execute("alter table chats add column more text");
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(3).err())
          .contains("refresh-schema-differs", "column public.chats.more in staging alone");

      assertThat(staging.value("select string_agg(plan, ',') from accounts")).isEqualTo("earlier");
    }
  }

  @Test
  void should_bring_tables_of_the_platform_where_they_are_named() throws Exception {
    UserProject project =
        project()
            .file(
                "slipway.yml",
                """
                schema: sql:db/schema
                platform: supabase
                environments:
                  staging: { url: "${STAGING}" }
                  production: { url: "${PRODUCTION}", protected: true }
                """)
            .file(
                "db/schema/all.sql",
                """
                create table profiles (
                  id uuid primary key references auth.users (id),
                  score integer
                );
                """)
            .file("masking.yml", "salt: \"${MASKING_SALT}\"\n");
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase staging = TestDatabase.create(server, "staging");
      TestDatabase production = TestDatabase.create(server, "production");
      String stand =
          Files.readString(
              Path.of(
                  System.getProperty("slipway.project.root"),
                  "engine/src/main/resources/dev/slipway/platform/supabase.sql"));
      production.execute(stand);
      staging.execute(stand.replaceAll("(?m)^create role .*;$", ""));
      prepare(project, staging, production);
      production.execute(
          """
          insert into auth.users (id, email, encrypted_password)
            select md5(i::text)::uuid, 'Secret' || i || '@corp.test', 'hunter2-' || i
              from generate_series(1, 9) i;
          insert into profiles select id, 1 from auth.users limit 4
          """);

      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(2).err())
          .contains("4 of the rows of public.profiles", "point at no row of auth.users", "also:");

      project.file(
          "masking.yml",
          """
          salt: "${MASKING_SALT}"
          also: auth.users
          """);
      assertThat(project.run("refresh", "staging", "--from", "production", "--yes").ends(78).err())
          .contains("auth.identities points at auth.users, whose rows are replaced");
      project.file(
          "masking.yml",
          """
          salt: "${MASKING_SALT}"
          also: "auth.*"
          columns: { auth.users.email: { fake: email } }
          """);
      String refused =
          project.run("refresh", "staging", "--from", "production", "--yes").ends(3).err();
      assertThat(refused)
          .contains("auth.users.recovery_token")
          .doesNotContain("auth.users.email (");
      var columns = new StringBuilder();
      for (String line : refused.lines().filter(each -> each.startsWith("auth.users.")).toList()) {
        columns.append("  ").append(line, 0, line.indexOf(' ')).append(": null\n");
      }
      project.file(
          "masking.yml",
          """
          salt: "${MASKING_SALT}"
          also: "auth.*"
          columns:
            auth.users.email: { fake: email }
          """
              + columns);
      project.run("refresh", "staging", "--from", "production", "--yes").ends(0);

      assertThat(staging.value("select count(*) from profiles join auth.users using (id)"))
          .isEqualTo("4");
      assertThat(staging.value("select count(*) from auth.users")).isEqualTo("4");
      assertThat(staging.rows("select u::text from auth.users u"))
          .allSatisfy(row -> assertThat(row).doesNotContain("Secret", "hunter2"));
    }
  }

  private static void prepare(UserProject project, TestDatabase staging, TestDatabase production)
      throws Exception {
    project.variable("STAGING", staging.url()).variable("PRODUCTION", production.url());
    project.generate("first");
    project.run("migrate", "staging", "--stamp").ends(0);
    project.run("migrate", "production", "--stamp", "--yes").ends(0);
  }

  private static long rows(JsonNode report, String table) {
    for (JsonNode each : report.path("tables")) {
      if (each.path("table").asString().equals(table)) {
        return each.path("rows").asLong();
      }
    }
    throw new AssertionError(table + " is not in " + report);
  }

  private static String state(TestDatabase database) throws Exception {
    return database
        .rows(
            "select (select sum(hashtext(u::text)) from users u), (select count(*) from messages),"
                + " (select sum(hashtext(l::text)) from logins l)")
        .toString();
  }

  /** Not in the database, not in what was answered, and not in any file of the project. */
  private void assertNothingPersonal(TestDatabase staging, String answer) throws Exception {
    List<String> texts = new ArrayList<>(staging.rows("select u::text from users u"));
    texts.addAll(staging.rows("select l::text from logins l"));
    texts.add(answer);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(text(file));
      }
    }
    assertThat(texts)
        .allSatisfy(text ->
            assertThat(text)
                .doesNotContain(
                    "corp.test", "Secret", "hunter2", "192.0.2.", "+49 170 5551", "1911-"));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
