package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.config.BackupEncryption;
import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupWith;
import dev.slipway.config.Secret;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups by Debian's pg_dump 15, of a server of that version and of a newer one. */
class DumpTest {

  private static final BackupServer SERVER = BackupServer.of(15);
  private static final Path CLIENT = Path.of("/usr/lib/postgresql/15/bin");

  @TempDir Path folder;

  private BackupStore store() {
    return BackupStore.folder(folder.resolve("backups"));
  }

  private static Backups backups(BackupWith with) {
    return backups(BackupProgress.NOBODY, with, CLIENT);
  }

  private static Backups backups(BackupProgress progress, BackupWith with, Path programs) {
    return Backups.of(Clock.systemUTC(), progress).by(new BackupPrograms(with, programs));
  }

  private Backup dump(BackupServer.Database from) {
    return backups(BackupWith.PG_DUMP)
        .create("trial", from.url(), store(), BackupOptions.defaults().withJobs(3));
  }

  @Test
  void should_copy_one_moment_while_others_write() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      var isOver = new AtomicBoolean();
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int seed = i;
        writers.add(CompletableFuture.runAsync(() -> Transfers.run(from, seed, isOver)));
      }
      Backup backup;
      try {
        backup = dump(from);
      } finally {
        isOver.set(true);
      }
      writers.forEach(CompletableFuture::join);
      backups(BackupWith.OWN).restore(backup, to.url(), RestoreOptions.defaults());

      assertThat(backup.manifest().form()).isEqualTo(BackupForm.PG_DUMP);
      assertThat(backups(BackupWith.OWN).differences(backup, to.url())).isEmpty();
      assertThat(to.text("select sum(balance) from account")).isEqualTo("2000000");
      assertThat(to.text(Transfers.WRONG)).isEqualTo("0");
      assertThat(from.text("select count(*) from transfer"))
          .isNotEqualTo(to.text("select count(*) from transfer"));
    }
  }

  @Test
  void should_refuse_a_server_that_is_newer_than_every_program() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase()) {
      from.run("create table t (id int)");
      assertThatThrownBy(() -> dump(from))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_CLIENT_MISSING))
          .hasMessageContaining("found 15.")
          .hasMessageContaining("of version 17");
      assertThat(folder.resolve("backups")).doesNotExist();

      Backup backup =
          backups(BackupWith.AUTO).create("trial", from.url(), store(), BackupOptions.defaults());
      assertThat(backup.manifest().form()).isEqualTo(BackupForm.OWN);
      assertThat(backup.manifest().because()).contains("no pg_dump fits", "found 15.");
    }
  }

  @Test
  void should_take_a_program_that_fits_where_that_is_left_open() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run("create table t (id int)");
      Backup backup =
          backups(BackupWith.AUTO)
              .create("trial", from.url(), store(), BackupOptions.defaults().withJobs(1));
      assertThat(backup.manifest().form()).isEqualTo(BackupForm.PG_DUMP);
      assertThat(backup.manifest().because()).contains("fits the server", CLIENT.toString());
      assertThat(
              backups(BackupProgress.NOBODY, BackupWith.AUTO, folder)
                  .create(
                      "trial",
                      from.url(),
                      BackupStore.folder(folder.resolve("other")),
                      BackupOptions.defaults())
                  .manifest()
                  .because())
          .endsWith("none was found");
    }
  }

  @Test
  void should_write_no_plain_dump_where_backups_are_encrypted() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run("create table t (id int)");
      var keys =
          BackupKeys.of(
              new BackupEncryption(new Secret("the key", BackupKey::generate), List.of()));
      assertThatThrownBy(() ->
              backups(BackupWith.PG_DUMP)
                  .with(keys)
                  .create("trial", from.url(), store(), BackupOptions.defaults()))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_CLIENT_MISSING))
          .hasMessageContaining("encrypted");
      assertThat(folder.resolve("backups")).doesNotExist();
      assertThat(
              backups(BackupWith.AUTO)
                  .with(keys)
                  .create("trial", from.url(), store(), BackupOptions.defaults())
                  .manifest())
          .satisfies(manifest -> {
            assertThat(manifest.form()).isEqualTo(BackupForm.OWN);
            assertThat(manifest.because()).contains("encrypted");
            assertThat(manifest.encryption()).isNotNull();
          });
    }
  }

  @Test
  void should_notice_one_byte_that_was_changed_wherever_it_is() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      Backup backup = dump(from);
      assertThat(backup.manifest().files())
          .extracting(DataFile::name)
          .contains("dump/toc.dat", "schema/catalog.json")
          .hasSizeGreaterThanOrEqualTo(4);
      for (DataFile file : backup.manifest().files()) {
        Path path = Path.of(backup.place()).resolve(file.name());
        byte[] before = Files.readAllBytes(path);
        byte[] changed = before.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(path, changed);
        assertThatThrownBy(() -> backup.check(BackupProgress.NOBODY))
            .isInstanceOfSatisfying(
                SlipwayException.class,
                e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_DAMAGED))
            .hasMessageContaining(file.name());
        Files.write(path, before);
      }
      backup.check(BackupProgress.NOBODY);
    }
  }

  @Test
  void should_leave_nothing_where_the_program_is_killed() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      BackupProgress killing =
          (doing, done, all) -> {
            if (doing.equals("copying rows")) {
              ProcessHandle.current()
                  .descendants()
                  .filter(each -> each.info().command().orElse("").endsWith("/pg_dump"))
                  .forEach(ProcessHandle::destroyForcibly);
            }
          };
      assertThatThrownBy(() ->
              backups(killing, BackupWith.PG_DUMP, CLIENT)
                  .create("trial", from.url(), store(), BackupOptions.defaults().withJobs(3)))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_CLIENT_FAILED));
      assertThat(folder.resolve("backups")).isEmptyDirectory();
    }
  }

  /** The program waits until its starter is gone, and then finds no snapshot that it could join. */
  @Test
  void should_end_the_program_and_leave_no_backup_where_slipway_is_killed() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      Path gate = folder.resolve("gate");
      assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
      Path programs = wrapped("[ \"$1\" = --version ] || cat " + gate);
      var builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  DumpProcess.class.getName(),
                  folder.resolve("backups").toString(),
                  programs.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said").toFile());
      builder.environment().put("DATABASE", from.url().value());
      Process slipway = builder.start();
      // opened when somebody reads at its other end, which is the program
      OutputStream opened =
          CompletableFuture.supplyAsync(() -> open(gate)).get(60, TimeUnit.SECONDS);
      List<ProcessHandle> programsThen = slipway.descendants().toList();
      assertThat(programsThen).isNotEmpty();
      slipway.destroyForcibly().waitFor();
      opened.close();
      for (ProcessHandle each : programsThen) {
        each.onExit().get(60, TimeUnit.SECONDS);
      }
      assertThat(Backups.list(store()).backups()).isEmpty();
      try (Stream<Path> left = Files.list(folder.resolve("backups"))) {
        assertThat(left.toList())
            .singleElement()
            .satisfies(each -> assertThat(each.toString()).endsWith(".unfinished"));
      }
    }
  }

  private static OutputStream open(Path gate) {
    try {
      return Files.newOutputStream(gate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void should_leave_nothing_where_files_can_not_be_written() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      Path programs = wrapped("ulimit -f 8; trap '' XFSZ");
      assertThatThrownBy(() ->
              backups(BackupProgress.NOBODY, BackupWith.PG_DUMP, programs)
                  .create(
                      "trial",
                      from.url(),
                      store(),
                      BackupOptions.defaults().withCompression(Compression.NONE)))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_NOT_WRITTEN))
          .hasMessageContaining("File too large");
      assertThat(folder.resolve("backups")).isEmptyDirectory();
    }
  }

  @Test
  void should_tell_no_secret_and_no_statement_where_the_program_fails() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run("create table t (id int)");
      Path programs =
          wrapped(
              "[ \"$1\" = --version ] || { env | grep -q \"PGPASSWORD=.\" || exit 9;"
                  + " case \"$*\" in *\"$PGPASSWORD\"*) exit 8;; esac;"
                  + " echo 'pg_dump: error: could not execute query: ERROR:  no such thing' >&2;"
                  + " echo 'Command was: create user mapping options (password $secret)' >&2;"
                  + " echo 'pg_dump: detail: Command was: select 17' >&2; exit 1; }");
      assertThatThrownBy(() ->
              backups(BackupProgress.NOBODY, BackupWith.PG_DUMP, programs)
                  .create("trial", from.url(), store(), BackupOptions.defaults()))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_CLIENT_FAILED))
          .hasMessageContaining("no such thing")
          .hasMessageNotContainingAny("secret", "select 17", from.server().password());
      assertThat(folder.resolve("backups")).isEmptyDirectory();
    }
  }

  /** Programs that do something before they are what they are. */
  private Path wrapped(String before) throws Exception {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    for (String name : List.of("pg_dump", "pg_restore")) {
      Path script = programs.resolve(name);
      Files.writeString(
          script, "#!/bin/sh\n" + before + "\nexec " + CLIENT.resolve(name) + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    return programs;
  }

  @Test
  void should_make_a_database_anew_whose_restore_was_cut_off() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      Backup backup = dump(from);
      String name = from.name() + "_restored";
      DatabaseUrl administration = from.url();
      DatabaseUrl url = administration.withDatabase(name);
      var cut = new AtomicBoolean();
      BackupProgress cutting =
          (doing, done, all) -> {
            if (doing.equals("restoring entries of the dump") && done >= 3) {
              cut.set(true);
              ProcessHandle.current()
                  .descendants()
                  .filter(each -> each.info().command().orElse("").endsWith("/pg_restore"))
                  .forEach(ProcessHandle::destroyForcibly);
            }
          };
      Backups failing = backups(cutting, BackupWith.OWN, CLIENT);
      Backups whole = backups(BackupWith.OWN);
      try {
        failing.createUnlessBegun(administration, name, url, backup, RestoreOptions.defaults());
        assertThatThrownBy(() -> failing.restore(backup, url, RestoreOptions.defaults()))
            .isInstanceOfSatisfying(
                SlipwayException.class,
                e -> assertThat(e.code()).isEqualTo(BackupError.RESTORE_FAILED));
        assertThat(cut).isTrue();
        assertThatThrownBy(() -> whole.restore(backup, url, RestoreOptions.defaults()))
            .hasMessageContaining("was cut off");

        whole.createUnlessBegun(administration, name, url, backup, RestoreOptions.defaults());
        whole.restore(backup, url, RestoreOptions.defaults());

        assertThat(whole.differences(backup, url)).isEmpty();
        assertThatThrownBy(() ->
                whole.createUnlessBegun(
                    administration, name, url, backup, RestoreOptions.defaults()))
            .as("what is whole is never made anew")
            .isInstanceOfSatisfying(
                SlipwayException.class,
                e -> assertThat(e.code()).isEqualTo(BackupError.RESTORE_TARGET_USED));
      } finally {
        from.server().dropDatabase(name);
      }
    }
  }

  @Test
  void should_bring_back_the_rows_of_a_table_alone() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      from.run("create table \"transfer of\" (id int)");
      from.run("insert into \"transfer of\" values (1)");
      from.run("insert into transfer (source, target) values (1, 2), (3, 4)");
      Backup backup = dump(from);
      var options = new RestoreOptions(2, true, List.of("public.transfer"), true, false, false);
      assertThatThrownBy(() -> backups(BackupWith.OWN).restore(backup, from.url(), options))
          .hasMessageContaining("There are rows in public.transfer");
      from.run("truncate transfer restart identity");
      from.run(
          "create function no() returns trigger language plpgsql as $$ begin raise 'no'; end $$");
      from.run("create trigger no before insert on transfer for each row execute function no()");

      backups(BackupWith.OWN).restore(backup, from.url(), options);

      from.run("drop trigger no on transfer");
      from.run("insert into transfer (source, target) values (5, 6)");
      assertThat(from.text("select string_agg(id || ':' || source, ' ' order by id) from transfer"))
          .isEqualTo("1:1 2:3 3:5");
      assertThat(from.text("select count(*) from \"transfer of\"")).isEqualTo("1");
    }
  }

  @Test
  void should_bring_back_all_rows_alone_with_large_objects_and_sequences() throws Exception {
    String tables =
        """
        create table file (id int generated always as identity primary key, content oid);
        create sequence "odd name"
        """;
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase()) {
      from.run(tables);
      from.run("insert into file (content) values (lo_from_bytea(4711, 'what is in it'))");
      from.run("select setval('\"odd name\"', 42)");
      Backup backup = dump(from);
      to.run(tables);

      backups(BackupWith.OWN)
          .restore(backup, to.url(), new RestoreOptions(2, true, List.of(), true, false, false));

      assertThat(to.text("select convert_from(lo_get(content), 'UTF8') from file"))
          .isEqualTo("what is in it");
      assertThat(backups(BackupWith.OWN).differences(backup, to.url())).isEmpty();
      assertThat(to.text("select nextval('\"odd name\"')")).isEqualTo("43");
    }
  }

  @Test
  void should_take_no_program_that_can_not_be_told_where_the_server_is() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run("create table t (id int)");
      String host = "127.0.0.1:" + from.server().port();
      var several = new DatabaseUrl(from.url().value().replace(host, host + "," + host));
      assertThat(
              backups(BackupWith.AUTO)
                  .create("trial", several, store(), BackupOptions.defaults())
                  .manifest()
                  .because())
          .contains("can't be told to a client program");
    }
  }

  @Test
  void should_copy_what_no_comparison_speaks_of() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase()) {
      from.run("create access method mine type table handler heap_tableam_handler");
      from.run("create table t (id int) using mine");
      from.run("insert into t values (7)");
      assertThatThrownBy(() ->
              backups(BackupWith.OWN)
                  .create("trial", from.url(), store(), BackupOptions.defaults()))
          .hasMessageContaining("access method mine");
      Backup backup = dump(from);
      backups(BackupWith.OWN).restore(backup, to.url(), RestoreOptions.defaults());

      assertThat(backup.manifest().dump())
          .satisfies(dump -> assertThat(dump.notCompared()).contains("access method mine"));
      assertThat(backups(BackupWith.OWN).differences(backup, to.url())).isEmpty();
      assertThat(
              to.text(
                  "select amname from pg_class c join pg_am a on a.oid = relam where relname ="
                      + " 't'"))
          .isEqualTo("mine");
    }
  }

  @Test
  void should_prove_a_dump_on_a_server_of_its_own() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run("drop role if exists dump_owner");
      from.run("create role dump_owner login superuser password 'dump'");
      var url =
          new DatabaseUrl(
              "postgresql://dump_owner:dump@127.0.0.1:" + from.server().port() + "/" + from.name());
      try {
        from.run("alter database " + from.name() + " owner to dump_owner");
        from.run("set role dump_owner");
        try (Connection connection = new Postgres().connect(url, "test");
            Statement statement = connection.createStatement()) {
          statement.execute(Transfers.ACCOUNTS);
          statement.execute(
              "create function seen() returns event_trigger language plpgsql as $$ begin end $$");
          statement.execute("create event trigger seen on ddl_command_end execute function seen()");
        }
        Backup backup =
            backups(BackupWith.PG_DUMP).create("trial", url, store(), BackupOptions.defaults());

        Drill drill = backups(BackupWith.OWN).drill(backup);

        assertThat(backup.manifest().roles()).contains("dump_owner");
        assertThat(drill.differences()).isEmpty();
        assertThat(backup.drill()).contains(drill);
      } finally {
        from.run("alter database " + from.name() + " owner to postgres");
        from.run("drop owned by dump_owner cascade");
        from.run("drop role dump_owner");
      }
    }
  }

  @Test
  void should_leave_owners_out_where_that_is_wanted() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase()) {
      from.run(
          "do $$ begin create role dump_other; exception when duplicate_object then null; end $$");
      from.run("create table t (id int)");
      from.run("alter table t owner to dump_other");
      Backup backup = dump(from);
      backups(BackupWith.OWN)
          .restore(backup, to.url(), new RestoreOptions(1, false, List.of(), false, false, false));

      assertThat(to.text("select tableowner from pg_tables where tablename = 't'"))
          .isEqualTo(from.text("select current_user"));
    }
  }
}
