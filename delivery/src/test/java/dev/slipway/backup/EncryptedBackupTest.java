package dev.slipway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.config.BackupEncryption;
import dev.slipway.config.Secret;
import dev.slipway.error.ErrorCode;
import dev.slipway.error.SlipwayException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedBackupTest {

  private static final String KEY = BackupKey.generate();
  private static final String OTHER = BackupKey.generate();

  private static final String NOTES =
      """
      create table note (id int primary key, text text not null);
      insert into note select g, 'a secret note ' || g from generate_series(1, 5000) g;
      select lo_from_bytea(4242, 'a secret object');
      """;

  @TempDir Path folder;

  private static BackupKeys keys(String key, String... former) {
    return BackupKeys.of(
        new BackupEncryption(
            new Secret("the key", () -> key),
            Stream.of(former).map(each -> new Secret("a former key", () -> each)).toList()));
  }

  private static Backups backups(BackupKeys keys) {
    return Backups.of(Clock.systemUTC(), BackupProgress.NOBODY).with(keys);
  }

  private Backup backup(Backups backups, BackupServer.Database from) {
    return backups.create(
        "trial",
        from.url(),
        BackupStore.folder(folder),
        BackupOptions.defaults().withJobs(2).withPieceBytes(64 << 10));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_restore_what_was_encrypted(int version) throws Exception {
    try (BackupServer.Database from = BackupServer.of(version).newDatabase();
        BackupServer.Database to = BackupServer.of(version).newDatabase()) {
      from.run(NOTES);
      Backups backups = backups(keys(KEY));
      Backup backup = backup(backups, from);

      backups.restore(backup, to.url(), RestoreOptions.defaults());

      assertThat(backups.differences(backup, to.url())).isEmpty();
      assertThat(to.text("select count(*) || max(text) from note"))
          .isEqualTo("5000a secret note 999");
      assertThat(to.text("select convert_from(lo_get(4242), 'UTF8')")).isEqualTo("a secret object");
    }
  }

  @Test
  void should_leave_nothing_that_can_be_read_without_the_key() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backup backup =
          backups(keys(KEY))
              .create(
                  "trial",
                  from.url(),
                  BackupStore.folder(folder),
                  BackupOptions.defaults().withCompression(Compression.NONE));
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertThat(text)
              .as("%s", file)
              .doesNotContain("secret note", "CREATE TABLE", "create table", KEY);
        }
      }
      assertThat(backup.manifest().encryption()).isNotNull();
    }
  }

  @Test
  void should_refuse_where_the_key_is_not_known_before_anything_is_restored() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase();
        BackupServer.Database to = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backup backup = backup(backups(keys(KEY)), from);
      for (BackupKeys keys : List.of(BackupKeys.of(null), keys(OTHER))) {
        Backups others = backups(keys);
        refused(
            BackupError.BACKUP_KEY_MISSING,
            () -> others.restore(backup, to.url(), RestoreOptions.defaults()));
        refused(BackupError.BACKUP_KEY_MISSING, () -> others.drill(backup));
        refused(BackupError.BACKUP_KEY_MISSING, () -> others.check(backup));
      }
      assertThat(to.text("select count(*) from pg_tables where schemaname <> 'pg_catalog'"))
          .as("only those of information_schema")
          .isEqualTo(
              to.text("select count(*) from pg_tables where schemaname = 'information_schema'"));

      backups(keys(OTHER, KEY)).restore(backup, to.url(), RestoreOptions.defaults());
      assertThat(backups(keys(OTHER, KEY)).differences(backup, to.url())).isEmpty();
    }
  }

  @Test
  void should_check_and_list_without_a_key() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backup backup = backup(backups(keys(KEY)), from);

      backup.check(BackupProgress.NOBODY);

      assertThat(Backups.list(backup.store()).backups()).containsExactly(backup);
    }
  }

  @Test
  void should_refuse_a_manifest_that_was_written_without_the_key() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase();
        BackupServer.Database to = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backup backup = backup(backups(keys(KEY)), from);
      Path manifest = Path.of(backup.place()).resolve(BackupFolder.MANIFEST);
      String changed = Files.readString(manifest).replace("\"trial\"", "\"other\"");
      Files.writeString(manifest, changed);
      Files.writeString(
          manifest.resolveSibling(BackupFolder.MANIFEST_HASH),
          HashedFile.hashOf(changed.getBytes(StandardCharsets.UTF_8)));

      Backup forged = Backup.open(backup.store(), backup.name());

      forged.check(BackupProgress.NOBODY);
      refused(
          BackupError.BACKUP_DAMAGED,
          () -> backups(keys(KEY)).restore(forged, to.url(), RestoreOptions.defaults()));
      Files.delete(manifest.resolveSibling(BackupFolder.MANIFEST_MARK));
      refused(BackupError.BACKUP_DAMAGED, () -> backups(keys(KEY)).drill(forged));
    }
  }

  @Test
  void should_refuse_a_backup_in_the_place_of_another() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backup backup = backup(backups(keys(KEY)), from);
      Files.move(Path.of(backup.place()), folder.resolve("20990101T000000Z"));

      Backup moved = Backup.open(backup.store(), "20990101T000000Z");

      refused(BackupError.BACKUP_DAMAGED, () -> backups(keys(KEY)).check(moved));
    }
  }

  @Test
  void should_refuse_a_file_in_the_place_of_another() throws Exception {
    BackupKey key = BackupKey.parse(KEY, "it");
    var seal = new FileSeal(key, "one");
    byte[] stored = sealed(seal, "data/1", new byte[3 << 20]);

    assertThat(opened(seal, "data/1", stored)).isEqualTo(new byte[3 << 20]);
    for (ThrowingCallable wrong :
        List.<ThrowingCallable>of(
            () -> opened(seal, "data/2", stored),
            () -> opened(new FileSeal(key, "two"), "data/1", stored),
            () -> opened(new FileSeal(BackupKey.parse(OTHER, "it"), "one"), "data/1", stored),
            () -> opened(seal, "data/1", flipped(stored, 2 << 20)),
            () -> opened(seal, "data/1", Arrays.copyOf(stored, 2 << 20)))) {
      assertThatThrownBy(wrong)
          .isInstanceOf(IOException.class)
          .hasMessage("it can't be decrypted: it was changed, or belongs elsewhere");
    }
  }

  private static byte[] sealed(FileSeal seal, String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = seal.into(bytes, name)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] opened(FileSeal seal, String name, byte[] stored) throws IOException {
    return seal.from(new ByteArrayInputStream(stored), name).readAllBytes();
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 1;
    return other;
  }

  @Test
  void should_believe_no_proof_that_was_written_without_the_key() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase()) {
      from.run("create table t (id int)");
      Backups backups = backups(keys(KEY));
      Backup backup = backup(backups, from);
      BackupProof.write(
          new BackupFiles(backup, FileSeal.NONE),
          new Drill(backup.name(), Instant.EPOCH, Duration.ofSeconds(1), 0, List.of()));
      assertThat(backup.drill()).as("what anybody says").isPresent();
      assertThat(backups.proof(backup)).isEmpty();

      Drill drill = backups.drill(backup);

      assertThat(drill.differences()).isEmpty();
      assertThat(backups.proof(backup)).contains(drill);
    }
  }

  @Test
  void should_take_no_plain_backup_for_the_newest_where_there_is_a_key() throws Exception {
    try (BackupServer.Database from = BackupServer.of(17).newDatabase();
        BackupServer.Database to = BackupServer.of(17).newDatabase()) {
      from.run(NOTES);
      Backups encrypting = backups(keys(KEY));
      Backup backup = backup(encrypting, from);
      Clock later = Clock.fixed(Instant.parse("2099-01-01T00:00:00Z"), ZoneOffset.UTC);
      Backup plain = backup(Backups.of(later, BackupProgress.NOBODY), from);

      assertThat(encrypting.newest(backup.store(), "trial")).contains(backup);
      assertThat(backups(BackupKeys.of(null)).newest(backup.store(), "trial")).contains(plain);
      assertThat(encrypting.newest(backup.store(), "production")).isEmpty();
      encrypting.restore(plain, to.url(), RestoreOptions.defaults());
      assertThat(encrypting.differences(plain, to.url())).isEmpty();
    }
  }

  @Test
  void should_read_a_key_as_it_is_written() {
    byte[] bytes = Base64.getDecoder().decode(KEY);
    BackupKey key = BackupKey.parse(KEY, "it");

    assertThat(BackupKey.parse(HexFormat.of().formatHex(bytes) + "\n", "it").id())
        .isEqualTo(key.id());
    assertThat(HexFormat.of().formatHex(bytes)).doesNotContain(key.id());
    assertThat(BackupKey.generate()).isNotEqualTo(BackupKey.generate());
    for (String wrong : List.of("", "secret", "A".repeat(40), "g".repeat(64))) {
      assertThatThrownBy(() -> BackupKey.parse(wrong, "What is named"))
          .isInstanceOfSatisfying(
              SlipwayException.class,
              e -> assertThat(e.code()).isEqualTo(BackupError.BAD_BACKUP_KEY))
          .message()
          .doesNotContain(wrong.isEmpty() ? "\0" : wrong);
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(SlipwayException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
