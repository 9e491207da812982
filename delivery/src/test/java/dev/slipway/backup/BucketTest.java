package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.config.BackupEncryption;
import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupWith;
import dev.slipway.config.Secret;
import dev.slipway.error.ErrorCode;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class BucketTest {

  private static final String NOTES =
      """
      create table note (id int primary key, text text not null);
      insert into note select g, 'note ' || g from generate_series(1, 20000) g;
      """;

  @TempDir Path folder;
  private S3Server server;
  private BackupStore store;

  @BeforeEach
  void start_server() throws Exception {
    server = new S3Server(folder);
    store = BackupStore.bucket(server.settings(), "trial");
  }

  @AfterEach
  void stop_server() {
    server.close();
  }

  private static Backups backups(boolean isEncrypted) {
    String key = BackupKey.generate();
    return Backups.of(Clock.systemUTC(), BackupProgress.NOBODY)
        .with(
            BackupKeys.of(
                isEncrypted
                    ? new BackupEncryption(new Secret("the key", () -> key), List.of())
                    : null));
  }

  private Backup backup(Backups backups, BackupServer.Database from) {
    return backups.create(
        "trial", from.url(), store, BackupOptions.defaults().withJobs(3).withPieceBytes(64 << 10));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void should_take_prove_and_restore_from_a_bucket(boolean isEncrypted) throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase();
        BackupServer.Database to = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backups backups = backups(isEncrypted);
      Backup backup = backup(backups, from);

      assertThat(backup.place()).isEqualTo("s3://shop-backups/all/of/them/trial/" + backup.name());
      assertThat(backup.manifest().files()).hasSizeGreaterThan(8);
      assertThat(Backups.list(store).backups()).containsExactly(backup);
      assertThat(Backups.list(store).damaged()).isEmpty();
      backup.check(BackupProgress.NOBODY);
      Drill drill = backups.drill(backup);
      assertThat(drill.differences()).isEmpty();
      assertThat(backups.proof(backup)).contains(drill);
      backups.restore(backup, to.url(), RestoreOptions.defaults());
      assertThat(backups.differences(backup, to.url())).isEmpty();
      assertThat(to.text("select count(*) from note")).isEqualTo("20000");

      Backups.remove(backup);
      assertThat(Backups.list(store).backups()).isEmpty();
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void should_take_no_dump_that_no_program_could_write_there() throws Exception {
    var programs = new BackupPrograms(BackupWith.PG_DUMP, Path.of("/usr/lib/postgresql/15/bin"));
    try (BackupServer.Database from = BackupServer.of(15).newDatabase()) {
      from.run(NOTES);
      refused(BackupError.BACKUP_CLIENT_MISSING, () -> backup(backups(false).by(programs), from));
      assertThat(files()).isEmpty();

      Backup backup = backup(backups(false).by(programs.with(BackupWith.AUTO)), from);

      assertThat(backup.manifest().form()).isEqualTo(BackupForm.OWN);
      assertThat(backup.manifest().because()).contains("the backup goes elsewhere");
    }
  }

  @Test
  void should_send_and_read_a_long_file_in_parts() throws Exception {
    byte[] content = new byte[(20 << 20) + 7];
    new Random(4711).nextBytes(content);
    try (BackupDraft draft = store.begin("long")) {
      try (var file = new HashedFile("data/long", draft.file("data/long"), FileSeal.NONE)) {
        try (OutputStream out = file.out()) {
          for (int at = 0; at < content.length; at += 100_000) {
            out.write(content, at, Math.min(100_000, content.length - at));
          }
        }
        assertThat(file.finish(0).bytes()).isEqualTo(content.length);
      }
      try (InputStream in = store.read("long", "data/long")) {
        assertThat(in.readAllBytes()).isEqualTo(content);
      }
      assertThat(store.length("long", "data/long")).isEqualTo(content.length);
    }
    assertThat(files()).as("it was never finished").isEmpty();
  }

  @Test
  void should_leave_no_part_of_a_file_that_was_not_finished() throws Exception {
    try (BackupDraft draft = store.begin("cut")) {
      try (var file = new HashedFile("data/long", draft.file("data/long"), FileSeal.NONE)) {
        file.out().write(new byte[9 << 20]);
        file.out().write(new byte[1]);
        assertThat(store.unfinished()).extracting(UnfinishedBackup::name).containsExactly("cut");
      }
      assertThat(store.unfinished()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void should_notice_what_was_changed_in_the_bucket(boolean isEncrypted) throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase();
        BackupServer.Database to = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backups backups = backups(isEncrypted);
      Backup backup = backup(backups, from);
      DataFile file = backup.manifest().tables().getFirst().files().getFirst();
      flip(server.objects().resolve(backup.name()).resolve(file.name()));

      refused(
          BackupError.BACKUP_DAMAGED,
          () -> backups.restore(backup, to.url(), RestoreOptions.defaults()));
      refused(BackupError.BACKUP_DAMAGED, () -> backup.check(BackupProgress.NOBODY));
      assertThat(to.text("select to_regclass('note') is null")).isEqualTo("t");
      flip(server.objects().resolve(backup.name()).resolve(BackupFolder.MANIFEST));
      assertThat(Backups.list(store).damaged()).containsExactly(backup.place());
    }
  }

  @Test
  void should_say_what_a_bucket_refuses() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase()) {
      from.run("create table t (id int)");
      BackupStore wrong =
          BackupStore.bucket(
              S3Server.settings(S3Server.BUCKET, "not-the-secret-key", server.port()), "trial");
      BackupStore nowhere =
          BackupStore.bucket(S3Server.settings("no-such-bucket", "x", server.port()), "trial");
      for (BackupStore each : List.of(wrong, nowhere)) {
        assertThatThrownBy(
                () -> backups(false).create("trial", from.url(), each, BackupOptions.defaults()))
            .isInstanceOfSatisfying(
                SlipwayException.class,
                e -> assertThat(e.code()).isEqualTo(BackupError.BUCKET_REFUSED))
            .message()
            .doesNotContain("not-the-secret-key", "the-access-key");
        refused(BackupError.BUCKET_REFUSED, () -> Backups.list(each));
        refused(BackupError.BUCKET_REFUSED, () -> Backup.open(each, "20260101T000000Z"));
      }
      server.close();
      refused(
          BackupError.BUCKET_UNREACHABLE,
          () -> backups(false).create("trial", from.url(), store, BackupOptions.defaults()));
    }
  }

  @Test
  void should_leave_nothing_that_counts_where_the_bucket_goes_away() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      var isStopped = new AtomicBoolean();
      BackupProgress stopping =
          (doing, done, all) -> {
            if (doing.equals("copying rows") && done > 0 && isStopped.compareAndSet(false, true)) {
              server.close();
            }
          };
      refused(
          BackupError.BUCKET_UNREACHABLE,
          () ->
              Backups.of(Clock.systemUTC(), stopping)
                  .create(
                      "trial",
                      from.url(),
                      store,
                      BackupOptions.defaults().withJobs(1).withPieceBytes(64 << 10)));
      assertThat(files()).as("what was written before").isNotEmpty();

      server = new S3Server(folder);
      store = BackupStore.bucket(server.settings(), "trial");
      assertThat(Backups.list(store).backups()).isEmpty();
      assertThat(Backups.list(store).damaged()).isEmpty();
      Instant now = Instant.now();
      assertThat(Backups.abandoned(store, now)).as("it may be written just now").isEmpty();
      List<UnfinishedBackup> abandoned = Backups.abandoned(store, now.plus(Duration.ofHours(25)));
      assertThat(abandoned).hasSize(1);
      Backups.remove(store, abandoned.getFirst());
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void should_write_no_manifest_over_another() throws Exception {
    store.write("taken", BackupFolder.MANIFEST, new byte[] {1});
    assertThat(store.has("taken")).isTrue();
    try (BackupDraft draft = store.begin("taken")) {
      assertThatThrownBy(() -> draft.finish(new byte[] {2}, Map.of()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was changed by somebody else");
    }
  }

  @Test
  void should_read_on_where_the_connection_was_cut() throws Exception {
    byte[] content = new byte[1 << 20];
    new Random(4711).nextBytes(content);
    store.write("some", "data/one", content);
    try (var cutting = new CuttingProxy(server.port(), 300_000)) {
      BackupStore through =
          BackupStore.bucket(
              S3Server.settings(S3Server.BUCKET, "the-secret-key-of-the-bucket", cutting.port()),
              "trial");
      try (InputStream in = through.read("some", "data/one")) {
        assertThat(in.readAllBytes()).isEqualTo(content);
      }
      assertThat(cutting.cuts()).isGreaterThan(2);
    }
  }

  private static void flip(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      int before = bytes.read();
      bytes.seek(bytes.length() / 2);
      bytes.write(before ^ 1);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(S3Server.BUCKET))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(SlipwayException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
