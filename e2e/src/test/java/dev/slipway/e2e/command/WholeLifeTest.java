package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.ScriptStatement;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project from its first table on: changed, migrated, taken back and migrated again. */
final class WholeLifeTest {

  private static final String FIRST =
      """
      create table customer (
        id integer generated always as identity primary key,
        name text not null unique
      );
      create table invoice (
        id integer generated always as identity primary key,
        customer_id integer not null references customer on delete cascade,
        total numeric(10, 2) not null check (total >= 0)
      );
      """;

  private static final String SECOND =
      """
      create type standing as enum ('new', 'regular', 'good');
      create table customer (
        id integer generated always as identity primary key,
        name text not null unique,
        standing standing not null default 'new'
      );
      create table invoice (
        id integer generated always as identity primary key,
        customer_id integer not null references customer on delete cascade,
        total numeric(12, 2) not null check (total >= 0),
        paid boolean not null default false,
        changed_at timestamptz
      );
      create index invoice_open_idx on invoice (customer_id) where not paid;
      comment on column invoice.paid is 'whether the money has ''arrived''';
      create view open_invoice as
        select i.id, c.name, i.total from invoice i join customer c on c.id = i.customer_id
         where not i.paid;
      create function stamp() returns trigger language plpgsql as $$
      begin
        new.changed_at := now();
        return new;
      end
      $$;
      create trigger invoice_stamp before update on invoice
        for each row execute function stamp();
      create function open_total() returns numeric language sql stable as
        'select sum(total) from open_invoice';
      """;

  private static final String ROWS =
      "select c.name, i.total from invoice i join customer c on c.id = i.customer_id order by i.id";
  private static final List<String> INVOICES = List.of("Ada|12.50", "Ada|7.00", "Bob|99.99");

  @TempDir Path folder;
  private UserProject project;

  @BeforeEach
  void open_project() throws IOException {
    project = new UserProject(folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_keep_rows_from_the_first_table_on(int version) throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version))) {
      TestDatabase database = TestDatabase.create(server, "life");
      project.on(database).file("db/schema/tables.sql", FIRST);

      String first = project.generate("first");
      requireStatus(List.of(), List.of(first));
      assertThat(json("migrate").names("applied")).containsExactly(first);
      requireStatus(List.of(first), List.of());
      database.execute("insert into customer (name) values ('Ada'), ('Bob')");
      database.execute(
          "insert into invoice (customer_id, total) values (1, 12.5), (1, 7), (2, 99.99)");

      Path old = Files.writeString(folder.resolve("old.sql"), FIRST);
      project.file("db/schema/tables.sql", SECOND);
      String second = project.generate("second");
      assertThat(json("migrate").names("applied")).containsExactly(second);
      requireStatus(List.of(first, second), List.of());
      assertThat(database.rows(ROWS)).isEqualTo(INVOICES);
      requireSame("dev", definition());

      assertThat(json("rollback", "--to", first).names("takenBack")).containsExactly(second);
      requireStatus(List.of(first), List.of(second));
      assertThat(database.rows(ROWS)).isEqualTo(INVOICES);
      requireSame("dev", "sql:" + old);

      assertThat(json("migrate").names("applied")).containsExactly(second);
      requireStatus(List.of(first, second), List.of());
      assertThat(database.rows(ROWS)).isEqualTo(INVOICES);
      assertThat(json("migrate").json().get("status").asString()).isEqualTo("unchanged");
      assertThat(json("check").json().get("status").asString()).isEqualTo("done");

      requireDiffToLead(old, TestDatabase.create(server, "changed_by_hand"));
      requireExportToMakeAnew(TestDatabase.create(server, "made_anew"));
    }
  }

  /** The SQL of a diff, run by the user's own means, makes the two equal. */
  private void requireDiffToLead(Path old, TestDatabase other) throws SQLException, IOException {
    project.variable("OTHER", other.url());
    Files.writeString(
        folder.resolve("slipway.yml"),
        "  other: { url: \"${OTHER}\", stamp: none }\n",
        StandardOpenOption.APPEND);
    other.execute(FIRST);
    requireSame("other", "sql:" + old);

    Ran diff = project.run("diff", "other", definition(), "--output", "sql").ends(1);
    executeAlone(other, diff.out());

    requireSame("other", definition());
    requireSame("other", "dev");
    assertThat(project.run("diff", "other", "dev", "--output", "sql").ends(0).out()).isEmpty();
  }

  private void requireExportToMakeAnew(TestDatabase empty) throws SQLException {
    Ran export = project.run("export", "dev").ends(0);
    assertThat(project.run("export", "dev", "--output", "sql").ends(0).out())
        .isEqualTo(export.out());

    executeAlone(empty, export.out());

    requireSame(empty.url(), "dev");
  }

  /** Each statement by itself, as psql runs a file. */
  private static void executeAlone(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (ScriptStatement each : new Postgres().split(sql)) {
        statement.execute(each.sql());
      }
    }
  }

  private void requireStatus(List<String> applied, List<String> pending) {
    Ran status = json("status");
    assertThat(status.names("applied")).isEqualTo(applied);
    assertThat(status.json().get("pending").values())
        .extracting(name -> name.asString())
        .isEqualTo(pending);
    assertThat(status.json().get("drift").isEmpty()).as(status.out()).isTrue();
  }

  private void requireSame(String from, String to) {
    Ran diff = project.run("diff", from, to).ends(0);
    assertThat(diff.out()).isEmpty();
    assertThat(diff.err()).isEqualTo("No differences.\n");
  }

  private String definition() {
    return "sql:" + project.folder().resolve("db/schema");
  }

  private Ran json(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", "json"));
    Ran ran = project.run(all.toArray(String[]::new)).ends(0);
    assertThat(ran.json().get("command").asString()).isEqualTo(arguments[0]);
    return ran;
  }
}
