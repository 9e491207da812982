package dev.slipway.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A new file that is its owner's alone before anything is in it. */
final class PrivateFile {

  private PrivateFile() {}

  /**
   * Writes one.
   *
   * @throws IOException when it is there already, or can't be written
   */
  static void write(Path file, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }
}
