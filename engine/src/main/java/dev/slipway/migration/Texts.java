package dev.slipway.migration;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files of migrations as texts: UTF-8, with line feeds as line ends and no byte order mark. */
final class Texts {

  private Texts() {}

  static String read(Path file) {
    try {
      String text = Files.readString(file).replace("\r\n", "\n");
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new MigrationFileException(
          MigrationError.MISSING_FILE,
          file + " is missing.",
          "Restore it; a migration has the files up.sql, down.sql, migration.json, catalog.json.",
          e,
          file,
          null);
    } catch (CharacterCodingException e) {
      throw new MigrationFileException(
          MigrationError.UNREADABLE_MIGRATION,
          file + " is not UTF-8.",
          "Save it as UTF-8.",
          e,
          file,
          null);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static SlipwayException unreadable(Path file, IOException e) {
    return new MigrationFileException(
        MigrationError.UNREADABLE_MIGRATION,
        file + " can't be read or written (" + e.getClass().getSimpleName() + ").",
        "Check that the path and its permissions are right, then run the command again.",
        e,
        file,
        null);
  }
}
