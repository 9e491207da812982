package dev.slipway.migration;

import dev.slipway.error.ErrorCode;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** That a file of a migration is wrong, with its place. */
public final class MigrationFileException extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final @Nullable Integer line;

  MigrationFileException(
      ErrorCode code,
      String what,
      String next,
      @Nullable Throwable cause,
      Path file,
      @Nullable Integer line) {
    super(code, what, next, cause);
    this.file = file;
    this.line = line;
  }

  /** The file, or the folder. */
  public Path file() {
    return file;
  }

  /** The line in it, from 1; null where it is the file as a whole. */
  public @Nullable Integer line() {
    return line;
  }
}
