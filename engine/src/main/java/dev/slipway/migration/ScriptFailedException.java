package dev.slipway.migration;

import dev.slipway.error.ErrorCode;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** That a statement of a migration's script was refused or stopped, with its place. */
public final class ScriptFailedException extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final int line;

  ScriptFailedException(
      ErrorCode code, String what, String next, @Nullable Throwable cause, Path file, int line) {
    super(code, what, next, cause);
    this.file = file;
    this.line = line;
  }

  /** The script. */
  public Path file() {
    return file;
  }

  /** The line in it, from 1. */
  public int line() {
    return line;
  }
}
