package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a promotion relies on a backup, in a file beside its manifest, so that who tidies up knows
 * of it without asking a database.
 *
 * @param environment the environment that is promoted to
 * @param deployment the number of the promotion
 * @param at when it took the backup, by the clock of the environment's server
 */
public record PromotionMark(String environment, long deployment, Instant at) {

  private static final String FILE = "promotion.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * Writes it beside a backup, in place of an earlier one.
   *
   * @throws SlipwayException when that can't be done
   */
  public void write(Backup backup) {
    try {
      backup
          .store()
          .write(
              backup.name(),
              FILE,
              (MAPPER.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_NOT_WRITTEN,
          "That a promotion relies on it can't be written to "
              + backup.place()
              + "/"
              + FILE
              + ": "
              + e.getMessage()
              + ". Nothing was applied.",
          "Make the folder writable, then run the command again.",
          e);
    }
  }

  /** Whether a mark is there, and what it says; one that can't be read says nothing. */
  record Found(boolean isThere, @Nullable PromotionMark mark) {}

  /** What stands beside a backup. */
  static Found beside(Backup backup) {
    try (InputStream in = backup.store().read(backup.name(), FILE)) {
      return new Found(true, MAPPER.readValue(in.readAllBytes(), PromotionMark.class));
    } catch (NoSuchFileException e) {
      return new Found(false, null);
    } catch (IOException | JacksonException e) {
      return new Found(true, null);
    }
  }
}
