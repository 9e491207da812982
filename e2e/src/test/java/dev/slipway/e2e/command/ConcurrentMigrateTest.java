package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.MigrationLock;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.postgres.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several deployments that start at once. */
final class ConcurrentMigrateTest {

  private static final int PROCESSES = 8;
  private static final int MIGRATIONS = 100;

  @TempDir Path folder;

  @Test
  void should_apply_each_migration_once() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = TestDatabase.create(server, "busy");
      UserProject project =
          new UserProject(folder)
              .on(database)
              .file("db/schema/effect.sql", "create table effect (migration text not null);");
      project.generate("first");
      addMigrations(project);

      List<Ran> runs = migrateAtOnce(project, database);

      var applied = new ArrayList<String>();
      for (Ran run : runs) {
        if (run.exit() == 0) {
          applied.addAll(run.names("applied"));
        } else {
          run.ends(2);
          assertThat(run.json().get("code").asString()).isEqualTo("lock-held");
          assertThat(run.json().get("what").asString())
              .startsWith("The target's lock is held by \"slipway migrate by ");
        }
      }
      assertThat(applied).containsExactlyInAnyOrderElementsOf(project.migrations());
      assertThat(database.rows("select name from slipway.migration order by position"))
          .containsExactlyElementsOf(project.migrations());
      assertThat(database.rows("select migration from effect"))
          .containsExactlyElementsOf(project.migrations().subList(1, MIGRATIONS));
      assertThat(database.rows("select distinct outcome from slipway.run")).containsExactly("done");
      assertThat(database.value("select count(*) from slipway.run_part"))
          .isEqualTo(String.valueOf(MIGRATIONS));
      assertThat(database.value("select count(*) from pg_locks where locktype = 'advisory'"))
          .isEqualTo("0");
    }
  }

  /** Each leaves a row, so that one that ran twice leaves two. */
  private static void addMigrations(UserProject project) {
    var migrations = new MigrationFolder(project.folder().resolve("db/migrations"), new Postgres());
    Migration last = Objects.requireNonNull(migrations.history().head());
    var names = new ArrayList<>(List.of(last.name()));
    for (int number = 2; number <= MIGRATIONS; number++) {
      MigrationName name =
          MigrationName.next(Clock.systemUTC(), "effect %03d".formatted(number), names);
      var after = last.manifest().after();
      last =
          migrations.write(
              name,
              new MigrationFolder.Draft(
                  "insert into effect values ('" + name + "');\n",
                  "delete from effect where migration = '" + name + "';\n",
                  new Manifest(
                      List.of(last.name()), after, after, List.of(), List.of(), "development"),
                  last.readCatalog()));
      names.add(last.name());
    }
  }

  /** All of them have asked for the lock before the first one gets it. */
  private static List<Ran> migrateAtOnce(UserProject project, TestDatabase database)
      throws Exception {
    var processes = new ArrayList<StartedCommand>();
    try {
      try (Connection holder = database.connect()) {
        MigrationLock lock = new Postgres().lock();
        assertThat(lock.tryTake(holder)).isTrue();
        for (int i = 0; i < PROCESSES; i++) {
          processes.add(project.start("migrate", "--output", "json"));
        }
        database.await(
            "select count(*) = "
                + PROCESSES
                + " from pg_stat_activity where datname = current_database()"
                + " and application_name like 'slipway migrate by %'");
        lock.release(holder);
      }
      var runs = new ArrayList<Ran>();
      for (StartedCommand process : processes) {
        runs.add(process.await());
      }
      return runs;
    } finally {
      processes.forEach(StartedCommand::close);
    }
  }
}
