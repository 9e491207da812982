package dev.slipway.source;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a catalog is read from, by its address. */
public sealed interface Source {

  /**
   * Schema definitions in Java and the {@code .sql} files beside them.
   *
   * @param classes a folder of class files, or one of sources, which are compiled first
   */
  record JavaClasses(Path classes) implements Source {}

  /**
   * Entities of JPA, which Hibernate turns into SQL.
   *
   * @param folders folders of class files, or of sources; together one persistence unit
   */
  record JpaEntities(List<Path> folders) implements Source {

    /** Copies the list. */
    public JpaEntities {
      folders = List.copyOf(folders);
    }
  }

  /**
   * Several that make up one schema, such as entities and the SQL of what entities can't say.
   *
   * @param parts the parts, in the order in which they are tried; none is a history or a database
   */
  record Several(List<Source> parts) implements Source {

    /** Copies the list. */
    public Several {
      parts = List.copyOf(parts);
    }
  }

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
   * The source of some addresses: of one as it is, of several as the parts of one schema.
   *
   * @param addresses the addresses, one at least
   * @param directory the folder that relative paths start from
   * @throws SlipwayException when one has another form, or can't be a part
   */
  static Source parse(List<String> addresses, Path directory) {
    if (addresses.size() == 1) {
      return parse(addresses.get(0), directory);
    }
    List<Source> parts = new ArrayList<>();
    List<Path> entities = new ArrayList<>();
    for (String address : addresses) {
      switch (parse(address, directory)) {
        case JpaEntities(List<Path> folders) -> entities.addAll(folders);
        case JavaClasses java -> parts.add(java);
        case SqlFiles sql -> parts.add(sql);
        case Several several -> parts.addAll(several.parts());
        case Migrations migrations -> throw noPart("A folder of migrations");
        case Database database -> throw noPart("A database");
      }
    }
    if (!entities.isEmpty()) {
      parts.add(0, new JpaEntities(entities));
    }
    return new Several(parts);
  }

  private static SlipwayException noPart(String what) {
    return new SlipwayException(
        SourceError.NO_PART,
        what + " is a whole schema, and `schema:` lists it beside others.",
        "Let `schema:` name it alone, or list only java:, jpa: and sql: sources.");
  }

  /**
   * The source of an address: {@code java:}, {@code jpa:}, {@code sql:} or {@code migrations:} and
   * a path, or a database URL.
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
      case "jpa" -> new JpaEntities(List.of(path));
      case "sql" -> new SqlFiles(path);
      case "migrations" -> new Migrations(path);
      default ->
          throw new SlipwayException(
              SourceError.UNKNOWN_SOURCE,
              "'" + address + "' is no source.",
              "Write java:FOLDER, jpa:FOLDER, sql:FILE_OR_FOLDER, migrations:FOLDER, a"
                  + " postgresql:// URL, or the name of an environment of slipway.yml.");
    };
  }
}
