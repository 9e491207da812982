package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 */
record BackupProof(String manifest, Instant at, Duration took, List<String> differences) {

  private static final String FILE = "proof.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  BackupProof {
    differences = List.copyOf(differences);
  }

  static void write(Backup backup, Drill drill) {
    var proof = new BackupProof(backup.hash(), drill.at(), drill.took(), drill.differences());
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

  /** The drill of this very backup, where there was one. */
  static Optional<Drill> read(Backup backup) {
    try (InputStream in = backup.store().read(backup.name(), FILE)) {
      BackupProof proof = MAPPER.readValue(in.readAllBytes(), BackupProof.class);
      return proof.manifest().equals(backup.hash())
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
