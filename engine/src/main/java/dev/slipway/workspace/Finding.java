package dev.slipway.workspace;

import dev.slipway.error.SlipwayException;
import dev.slipway.migration.MigrationFileException;
import dev.slipway.migration.ScriptFailedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing that {@code check} found to be wrong.
 *
 * @param code what kind of thing, as a stable name such as {@code definition-without-migration}
 * @param what what is wrong, with which value
 * @param next the next step
 * @param file the file to be mended; null where it is in none of the migrations
 * @param line the line in it, from 1; null where it is the file as a whole
 */
public record Finding(
    String code, String what, String next, @Nullable Path file, @Nullable Integer line) {

  /** A refusal as a finding, at the file that it names. */
  static Finding of(SlipwayException refusal) {
    return switch (refusal) {
      case MigrationFileException wrong ->
          new Finding(wrong.code().slug(), wrong.what(), wrong.next(), wrong.file(), wrong.line());
      case ScriptFailedException failed ->
          new Finding(
              failed.code().slug(), failed.what(), failed.next(), failed.file(), failed.line());
      default -> of(refusal.code().slug(), refusal.what(), refusal.next());
    };
  }

  /** A finding about no file. */
  static Finding of(String code, String what, String next) {
    return new Finding(code, what, next, null, null);
  }
}
