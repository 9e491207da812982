package dev.slipway.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a backup was restored for trial, in a file beside its manifest.
 *
 * @param manifest the hash of the manifest that it is about
 * @param at when
 * @param took how long the restore took
 * @param differences what was not as it had been, in words
 * @param mark of an encrypted backup: what only who has the key could write; else null
 */
record BackupProof(
    String manifest,
    Instant at,
    Duration took,
    List<String> differences,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mark) {

  private static final String FILE = "proof.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  BackupProof {
    differences = List.copyOf(differences);
  }

  static void write(BackupFiles files, Drill drill) {
    Backup backup = files.backup();
    var unmarked =
        new BackupProof(backup.hash(), drill.at(), drill.took(), drill.differences(), null);
    BackupKey key = files.key();
    BackupProof proof = key == null ? unmarked : unmarked.with(key.mark(FILE, unmarked.content()));
    try {
      backup
          .store()
          .write(
              backup.name(),
              FILE,
              (MAPPER.writeValueAsString(proof) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_NOT_WRITTEN,
          "What became of the drill can't be written to "
              + backup.place()
              + "/"
              + FILE
              + ": "
              + e.getMessage()
              + ".",
          "Make the folder writable, then run the command again.",
          e);
    }
  }

  private BackupProof with(@Nullable String other) {
    return new BackupProof(manifest, at, took, differences, other);
  }

  /** What the mark is of. */
  private byte[] content() {
    return MAPPER.writeValueAsBytes(with(null));
  }

  /**
   * The drill of this very backup, where there was one.
   *
   * @param key who wrote it had this one; null where that is not asked
   */
  static Optional<Drill> read(Backup backup, @Nullable BackupKey key) {
    try (InputStream in = backup.store().read(backup.name(), FILE)) {
      BackupProof proof = MAPPER.readValue(in.readAllBytes(), BackupProof.class);
      boolean isMarked =
          key == null || (proof.mark() != null && key.isMark(proof.mark(), FILE, proof.content()));
      return isMarked && proof.manifest().equals(backup.hash())
          ? Optional.of(
              new Drill(
                  backup.name(),
                  proof.at(),
                  proof.took(),
                  backup.manifest().rows(),
                  proof.differences()))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }
}
