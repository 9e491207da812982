package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.PostgresError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  private static final BackupServer SERVER = BackupServer.of(17);

  @TempDir Path folder;

  private final Backups backups = Backups.of(Clock.systemUTC(), BackupProgress.NOBODY);

  private Backup backup(BackupServer.Database from) {
    return backups.create(
        "trial",
        from.url(),
        BackupStore.folder(folder),
        BackupOptions.defaults().withJobs(3).withPieceBytes(64 << 10));
  }

  @Test
  void should_copy_one_moment_while_others_write() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      var isOver = new AtomicBoolean();
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int seed = i;
        writers.add(CompletableFuture.runAsync(() -> Transfers.run(from, seed, isOver)));
      }
      Backup backup;
      try {
        backup = backup(from);
      } finally {
        isOver.set(true);
      }
      writers.forEach(CompletableFuture::join);
      backups.restore(backup, to.url(), RestoreOptions.defaults());

      assertThat(backups.differences(backup, to.url())).isEmpty();
      assertThat(to.text("select sum(balance) from account")).isEqualTo("2000000");
      assertThat(to.text(Transfers.WRONG)).isEqualTo("0");
      assertThat(from.text("select count(*) from transfer"))
          .isNotEqualTo(to.text("select count(*) from transfer"));
    }
  }

  @Test
  void should_go_on_with_a_restore_that_was_cut_off() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase();
        BackupServer.Database other = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      from.run(
          "insert into transfer (source, target) select g, 20001 - g from generate_series(1, 20000)"
              + " g");
      Backup backup = backup(from);

      Set<String> cut =
          restoreCutting(
              backup, to, doing -> !Set.of("checking files", "before the rows").contains(doing));
      assertThat(cut).filteredOn(each -> each.startsWith("restoring rows")).hasSizeGreaterThan(10);
      assertThat(cut).filteredOn(each -> each.startsWith("indexes and keys")).isNotEmpty();
      restoreCutting(backup, other, doing -> doing.equals("before the rows"));

      for (BackupServer.Database each : List.of(to, other)) {
        assertThat(backups.differences(backup, each.url())).isEmpty();
        assertThat(each.text("select to_regnamespace('slipway_restore') is null")).isEqualTo("t");
      }
    }
  }

  /**
   * Restores until it is through. Each try is cut off once: where something was just done, and
   * where none was cut off before.
   *
   * @param where whether it is cut off while something is done
   * @return where it was cut off
   */
  private static Set<String> restoreCutting(
      Backup backup, BackupServer.Database to, Predicate<String> where) {
    Set<String> cutAt = ConcurrentHashMap.newKeySet();
    boolean isDone = false;
    while (!isDone) {
      var cut = new AtomicBoolean();
      Set<String> begun = ConcurrentHashMap.newKeySet();
      BackupProgress cutting =
          (doing, done, all) -> {
            // the first time is what earlier tries did, before anybody works on it
            boolean isWriting = !begun.add(doing) && where.test(doing);
            if (isWriting && !cut.get() && cutAt.add(doing + done)) {
              cut.set(true);
              end(to);
            }
          };
      try {
        Backups.of(Clock.systemUTC(), cutting).restore(backup, to.url(), RestoreOptions.defaults());
        isDone = true;
      } catch (SlipwayException e) {
        // the other one where a connection was cut while it was opened
        assertThat(e.code()).isIn(BackupError.RESTORE_FAILED, PostgresError.SERVER_UNREACHABLE);
      }
    }
    return cutAt;
  }

  private static void end(BackupServer.Database database) {
    try (Connection connection = database.server().connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
              + database.name()
              + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void should_refuse_another_backup_where_one_was_begun() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase()) {
      from.run("create table t (id int)");
      Backup backup = backup(from);
      try (Connection connection = to.connect()) {
        RestoreJournal.begin(
            connection, new Backup(backup.store(), backup.name(), backup.manifest(), "another"));
      }
      assertThatThrownBy(() -> backups.restore(backup, to.url(), RestoreOptions.defaults()))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.RESTORE_TARGET_USED));
    }
  }

  @Test
  void should_notice_one_byte_that_was_changed_wherever_it_is() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      Backup backup = backup(from);
      for (DataFile file : backup.manifest().files()) {
        if (file.bytes() > 0) {
          flip(Path.of(backup.place()).resolve(file.name()), file.bytes() / 2);
          assertThatThrownBy(() -> backup.check(BackupProgress.NOBODY))
              .isInstanceOfSatisfying(
                  SlipwayException.class,
                  e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_DAMAGED))
              .hasMessageContaining(file.name());
          flip(Path.of(backup.place()).resolve(file.name()), file.bytes() / 2);
        }
      }
      backup.check(BackupProgress.NOBODY);
      flip(Path.of(backup.place()).resolve("manifest.json"), 100);
      assertThatThrownBy(() -> Backup.open(backup.store(), backup.name()))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_DAMAGED));
      assertThat(Backups.list(backup.store()).damaged()).containsExactly(backup.place());
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int before = bytes.read();
      bytes.seek(at);
      bytes.write(before ^ 1);
    }
  }

  @Test
  void should_leave_nothing_where_rows_are_hidden_from_the_role() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(
          """
          create role backup_limited login password 'limited';
          create table secret (id int);
          insert into secret values (1);
          alter table secret enable row level security;
          create policy p on secret using (false);
          grant select on secret to backup_limited;
          """);
      var url =
          new DatabaseUrl(
              from.server()
                  .jdbcUrl(from.name())
                  .replaceFirst("\\?.*", "")
                  .concat("?user=backup_limited&password=limited"));
      assertThatThrownBy(() ->
              backups.create("trial", url, BackupStore.folder(folder), BackupOptions.defaults()))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BACKUP_INCOMPLETE))
          .hasMessageContaining("row-level security");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void should_leave_nothing_where_the_server_goes_away() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      BackupProgress cutting =
          (doing, done, all) -> {
            if (doing.equals("copying rows") && done > 0) {
              end(from);
            }
          };
      assertThatThrownBy(() ->
              Backups.of(Clock.systemUTC(), cutting)
                  .create(
                      "trial",
                      from.url(),
                      BackupStore.folder(folder),
                      BackupOptions.defaults().withPieceBytes(8192)))
          .isInstanceOf(SlipwayException.class);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void should_leave_foreign_keys_for_the_end_of_what_is_behind_the_rows() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      String after = BackupFiles.of(backup(from), BackupKeys.of(null)).text(BackupFolder.AFTER);

      assertThat(after).containsSubsequence("create index", "create index", "FOREIGN KEY");
      assertThat(after.indexOf("FOREIGN KEY"))
          .isGreaterThan(
              Math.max(after.lastIndexOf("create index"), after.lastIndexOf("PRIMARY KEY")));
    }
  }

  @Test
  void should_tell_what_differs() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase();
        BackupServer.Database to = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      Backup backup = backup(from);
      backups.restore(backup, to.url(), RestoreOptions.defaults());
      to.run("update account set balance = balance + 1 where id = 7");
      to.run("update account set balance = balance - 1 where id = 8");
      to.run("delete from transfer");
      to.run("insert into transfer (source, target) values (1, 2)");
      to.run("alter table transfer alter source set not null");
      to.run("create table more (id int)");

      assertThat(backups.differences(backup, to.url()))
          .containsExactlyInAnyOrder(
              "column public.transfer.source is not as it was",
              "table public.more is not as it was",
              "column public.more.id is not as it was",
              "public.account has as many rows, but not the same",
              "public.transfer has 1 rows instead of 0",
              "public.more was not backed up",
              "sequence public.transfer_id_seq is elsewhere");
    }
  }

  @Test
  void should_prove_a_backup_on_a_server_of_its_own() throws Exception {
    try (BackupServer.Database from = SERVER.newDatabase()) {
      from.run(Transfers.ACCOUNTS);
      from.run("create role backup_nowhere_else");
      from.run("alter table account owner to backup_nowhere_else");
      Backup backup = backup(from);
      assertThat(backup.drill()).isEmpty();

      Drill drill = backups.drill(backup);

      assertThat(drill.differences()).isEmpty();
      assertThat(drill.rows()).isEqualTo(20000);
      assertThat(backup.drill()).contains(drill);
      Files.writeString(
          folder.resolve(backup.name()).resolve("proof.json"),
          Files.readString(folder.resolve(backup.name()).resolve("proof.json"))
              .replace(backup.hash(), "0".repeat(64)));
      assertThat(backup.drill()).as("the proof of another backup").isEmpty();
    }
  }
}
