package dev.slipway.source;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import dev.slipway.shadow.ScriptLoader;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalog of any source by loading it into a shadow; a database is read as it is. Not
 * thread-safe, since its shadow is not.
 */
public final class SourceReader {

  private final Dialect dialect;
  private final Shadow shadow;
  private final Path directory;
  private final List<Path> classPath;
  private final Replay migrations;

  /**
   * @param dialect the engine
   * @param shadow where sources are loaded
   * @param directory the folder that paths in messages are relative to
   * @param classPath further jars and folders that definition classes need
   * @param migrations runs a folder of migrations
   */
  public SourceReader(
      Dialect dialect, Shadow shadow, Path directory, List<Path> classPath, Replay migrations) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.directory = directory;
    this.classPath = List.copyOf(classPath);
    this.migrations = migrations;
  }

  /**
   * The catalog of a source, with the renames that it declares.
   *
   * @throws dev.slipway.error.SlipwayException when it can't be read, or the engine refuses it
   */
  public Desired read(Source source) {
    return read(source, shadow.scope());
  }

  /**
   * The same, leaving out other things of a database.
   *
   * @param source the source
   * @param ofDatabases what is left out where it is a database
   */
  public Desired read(Source source, Scope ofDatabases) {
    return switch (source) {
      case Source.JavaClasses java -> {
        JavaDefinition definition = JavaDefinition.load(java.classes(), classPath);
        List<Script> scripts = new ArrayList<>(dialect.define(definition.definition()));
        for (Path file : definition.sqlFiles()) {
          scripts.add(SqlFile.read(dialect, file, directory));
        }
        yield load(scripts, DefinedRenames.of(definition.definition()));
      }
      case Source.SqlFiles sql -> load(SqlFile.readAll(dialect, sql.path(), directory), List.of());
      case Source.Migrations history -> replay(history.folder());
      case Source.Database database -> {
        try (Connection connection = dialect.connect(database.url(), "read")) {
          yield Desired.of(dialect.introspect(connection, ofDatabases));
        } catch (SQLException e) {
          throw new IllegalStateException("closing a connection failed", e);
        }
      }
    };
  }

  /**
   * The scripts of a file, or of all {@code .sql} files below a folder in the order of their paths.
   *
   * @param dialect the engine, which cuts them
   * @param path the file or folder
   * @param directory the folder that paths in messages are relative to
   */
  public static List<Script> scripts(Dialect dialect, Path path, Path directory) {
    return SqlFile.readAll(dialect, path, directory);
  }

  private Desired load(List<Script> scripts, List<DeclaredRename> renames) {
    try (ShadowDatabase database = shadow.scratch()) {
      ScriptLoader.load(database.connection(), scripts, shadow.scope().compares(Compared.ROLES));
      Catalog catalog = dialect.introspect(database.connection(), shadow.scope());
      List<DeclaredRename> all = new ArrayList<>(renames);
      all.addAll(RenameDirectives.read(scripts, catalog, dialect.renderer()));
      return new Desired(catalog, all);
    }
  }

  private Desired replay(Path folder) {
    try (ShadowDatabase database = shadow.create()) {
      migrations.run(database, folder);
      Catalog catalog = dialect.introspect(database.connection(), shadow.scope());
      return Desired.of(catalog);
    }
  }
}
