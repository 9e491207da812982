package dev.slipway.source;

import dev.slipway.catalog.Catalog;
import dev.slipway.compiler.SourceFolder;
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
import org.jspecify.annotations.Nullable;

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
  private final Elaborations elaborations;

  /**
   * @param dialect the engine
   * @param shadow where sources are loaded
   * @param directory the folder that paths in messages are relative to
   * @param classPath further jars and folders that definition classes need
   * @param migrations runs a folder of migrations
   */
  public SourceReader(
      Dialect dialect, Shadow shadow, Path directory, List<Path> classPath, Replay migrations) {
    this(dialect, shadow, directory, classPath, migrations, Elaborations.none());
  }

  /**
   * One that remembers.
   *
   * @param dialect the engine
   * @param shadow where sources are loaded
   * @param directory the folder that paths in messages are relative to
   * @param classPath further jars and folders that definition classes need
   * @param migrations runs a folder of migrations
   * @param elaborations what definitions were made of before
   */
  public SourceReader(
      Dialect dialect,
      Shadow shadow,
      Path directory,
      List<Path> classPath,
      Replay migrations,
      Elaborations elaborations) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.directory = directory;
    this.classPath = List.copyOf(classPath);
    this.migrations = migrations;
    this.elaborations = elaborations;
  }

  /**
   * The catalog of a source, with the renames that it declares.
   *
   * @throws dev.slipway.error.SlipwayException when it can't be read, or the engine refuses it
   */
  public Desired read(Source source) {
    Written written = written(source);
    return written == null ? read(source, shadow.scope()) : read(written);
  }

  /**
   * The same, leaving out other things of a database.
   *
   * @param source the source
   * @param ofDatabases what is left out where it is a database
   */
  public Desired read(Source source, Scope ofDatabases) {
    return switch (source) {
      case Source.JavaClasses java -> read(written(java));
      case Source.SqlFiles sql -> read(written(sql));
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
   * A definition before the engine has seen it.
   *
   * @param scripts what creates it
   * @param renames what its classes declare; directives of its scripts are read later
   * @param key what it is known by among the elaborations
   */
  public record Written(List<Script> scripts, List<DeclaredRename> renames, String key) {

    /** Copies the lists. */
    public Written {
      scripts = List.copyOf(scripts);
      renames = List.copyOf(renames);
    }
  }

  /**
   * What a definition says, without asking the engine; null for what is none.
   *
   * @throws dev.slipway.error.SlipwayException when it can't be read
   */
  public @Nullable Written written(Source source) {
    return switch (source) {
      case Source.JavaClasses java -> written(java);
      case Source.SqlFiles sql -> written(sql);
      case Source.Migrations history -> null;
      case Source.Database database -> null;
    };
  }

  private Written written(Source.JavaClasses java) {
    JavaDefinition definition =
        SourceFolder.is(java.classes())
            ? JavaDefinition.compile(java.classes(), classPath, directory)
            : JavaDefinition.load(java.classes(), classPath);
    List<Script> scripts = new ArrayList<>(dialect.define(definition.definition()));
    for (Path file : definition.sqlFiles()) {
      scripts.add(SqlFile.read(dialect, file, directory));
    }
    return new Written(
        scripts, DefinedRenames.of(definition.definition()), elaborations.key(scripts));
  }

  private Written written(Source.SqlFiles sql) {
    List<Script> scripts = SqlFile.readAll(dialect, sql.path(), directory);
    return new Written(scripts, List.of(), elaborations.key(scripts));
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

  /**
   * What a source says and a schema has no place for, with file and line, such as the rows of a
   * dump.
   */
  public List<String> leftOut(Source source) {
    return source instanceof Source.SqlFiles sql
        ? SqlFile.leftOut(dialect, sql.path(), directory)
        : List.of();
  }

  /**
   * The catalog of a definition, with the renames that it declares.
   *
   * @throws dev.slipway.error.SlipwayException when the engine refuses it
   */
  public Desired read(Written written) {
    Catalog known = elaborations.find(written.key());
    Catalog catalog = known == null ? load(written.scripts()) : known;
    if (known == null) {
      elaborations.keep(written.key(), catalog);
    }
    List<DeclaredRename> all = new ArrayList<>(written.renames());
    all.addAll(RenameDirectives.read(written.scripts(), catalog, dialect.renderer()));
    return new Desired(catalog, all);
  }

  private Catalog load(List<Script> scripts) {
    try (ShadowDatabase database = shadow.scratch()) {
      Scope scope = shadow.scope();
      ScriptLoader.load(database.connection(), scripts, scope.compares(Compared.ROLES));
      return dialect.introspect(database.connection(), scope);
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
