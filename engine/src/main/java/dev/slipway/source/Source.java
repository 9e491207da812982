package dev.slipway.source;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;

/** What a catalog is read from, by its address. */
public sealed interface Source {

  /**
   * Schema definitions in Java and the {@code .sql} files beside them.
   *
   * @param classes a folder of class files, or one of sources, which are compiled first
   */
  record JavaClasses(Path classes) implements Source {}

  /**
   * SQL that creates a schema.
   *
   * @param path a file, or a folder whose {@code .sql} files are loaded
   */
  record SqlFiles(Path path) implements Source {}

  /**
   * A folder of migrations, replayed from the first to the last.
   *
   * @param folder the folder that holds the migrations' folders
   */
  record Migrations(Path folder) implements Source {}

  /**
   * A database, read as it is.
   *
   * @param url where it is
   */
  record Database(DatabaseUrl url) implements Source {}

  /**
   * The source of an address: {@code java:}, {@code sql:} or {@code migrations:} and a path, or a
   * database URL.
   *
   * @param address the address
   * @param directory the folder that relative paths start from
   * @throws SlipwayException when it has another form
   */
  static Source parse(String address, Path directory) {
    if (DatabaseUrl.looksLike(address)) {
      return new Database(new DatabaseUrl(address));
    }
    int colon = address.indexOf(':');
    String scheme = colon < 0 ? "" : address.substring(0, colon);
    Path path = directory.resolve(address.substring(colon + 1)).normalize();
    return switch (scheme) {
      case "java" -> new JavaClasses(path);
      case "sql" -> new SqlFiles(path);
      case "migrations" -> new Migrations(path);
      default ->
          throw new SlipwayException(
              SourceError.UNKNOWN_SOURCE,
              "'" + address + "' is no source.",
              "Write java:FOLDER, sql:FILE_OR_FOLDER, migrations:FOLDER, a postgresql:// URL, or"
                  + " the name of an environment of slipway.yml.");
    };
  }
}
