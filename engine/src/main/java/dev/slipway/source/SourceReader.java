package dev.slipway.source;

import dev.slipway.catalog.Catalog;
import dev.slipway.compiler.SourceFolder;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.jpa.Entities;
import dev.slipway.jpa.JpaSettings;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import dev.slipway.schema.DataMigration;
import dev.slipway.schema.model.Definition;
import dev.slipway.shadow.ScriptLoader;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog of any source by loading it into a shadow; a database is read as it is. Not
 * thread-safe, since its shadow is not.
 */
public final class SourceReader {

  /** The oldest server that is known: what it understands, all do. */
  private static final int ANY_SERVER = 15;

  private final Dialect dialect;
  private final Shadow shadow;
  private final Path directory;
  private final List<Path> classPath;
  private final Replay migrations;
  private final Elaborations elaborations;
  private final Entities entities;

  /**
   * One that remembers nothing.
   *
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
   * One that reads entities without any setting.
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
    this(
        dialect,
        shadow,
        directory,
        classPath,
        migrations,
        elaborations,
        new Entities(directory, classPath, JpaSettings.none(), ANY_SERVER));
  }

  /**
   * One that reads everything.
   *
   * @param dialect the engine
   * @param shadow where sources are loaded
   * @param directory the folder that paths in messages are relative to
   * @param classPath further jars and folders that definition classes need
   * @param migrations runs a folder of migrations
   * @param elaborations what definitions were made of before
   * @param entities turns entities of JPA into SQL
   */
  public SourceReader(
      Dialect dialect,
      Shadow shadow,
      Path directory,
      List<Path> classPath,
      Replay migrations,
      Elaborations elaborations,
      Entities entities) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.directory = directory;
    this.classPath = List.copyOf(classPath);
    this.migrations = migrations;
    this.elaborations = elaborations;
    this.entities = entities;
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
      case Source.JpaEntities jpa -> read(written(jpa));
      case Source.SqlFiles sql -> read(written(sql));
      case Source.Several several -> read(written(several));
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
   * The folder of the compiled table classes of a definition; null where it has none.
   *
   * @throws dev.slipway.error.SlipwayException when its sources can't be compiled
   */
  public @Nullable Path classes(Source source) {
    return classes(source, classPath, directory);
  }

  private static @Nullable Path classes(Source source, List<Path> classPath, Path directory) {
    return switch (source) {
      case Source.JavaClasses java ->
          SourceFolder.is(java.classes())
              ? JavaDefinition.compile(java.classes(), classPath, directory).folder()
              : Files.isDirectory(java.classes()) ? java.classes() : null;
      case Source.Several several ->
          several.parts().stream()
              .map(part -> classes(part, classPath, directory))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      case Source.JpaEntities entitiesOfOthers -> null;
      case Source.SqlFiles files -> null;
      case Source.Migrations history -> null;
      case Source.Database database -> null;
    };
  }

  /**
   * Loads what lies among the compiled classes of a definition, and what the class path has; to be
   * closed when none of it is used any more.
   *
   * @param source the definition; of what has no classes, the class path alone is there
   * @param classPath further jars and folders
   * @param directory the folder of the project
   * @throws dev.slipway.error.SlipwayException when its sources can't be compiled
   */
  public static URLClassLoader open(Source source, List<Path> classPath, Path directory) {
    List<Path> places = new ArrayList<>(classPath);
    Path folder = classes(source, classPath, directory);
    if (folder != null) {
      places.add(0, folder);
    }
    return new DefinitionLoader(JavaDefinition.urls(places), DataMigration.class.getClassLoader());
  }

  /**
   * What a definition says, without asking the engine; null for what is none.
   *
   * @throws dev.slipway.error.SlipwayException when it can't be read
   */
  public @Nullable Written written(Source source) {
    return switch (source) {
      case Source.JavaClasses java -> written(java);
      case Source.JpaEntities jpa -> written(jpa);
      case Source.SqlFiles sql -> written(sql);
      case Source.Several several -> written(several);
      case Source.Migrations history -> null;
      case Source.Database database -> null;
    };
  }

  private Written written(Source.JavaClasses java) {
    JavaDefinition definition =
        SourceFolder.is(java.classes())
            ? JavaDefinition.compile(java.classes(), classPath, directory)
            : JavaDefinition.find(java.classes(), classPath);
    List<Script> files =
        definition.sqlFiles().stream().map(file -> SqlFile.read(dialect, file, directory)).toList();
    String hash = elaborations.isKeeping() ? RepeatableClasses.hash(definition.classes()) : null;
    if (hash == null) {
      return load(definition, files);
    }
    String classes = elaborations.keyOfClasses(hash, files);
    Elaborations.Said said = elaborations.said(classes);
    if (said != null && elaborations.knows(said.key())) {
      return new Written(
          said.key(), said.renames(), files, () -> load(definition, files).scripts());
    }
    Written loaded = load(definition, files);
    elaborations.say(classes, new Elaborations.Said(loaded.key(), loaded.renames()));
    return loaded;
  }

  private Written load(JavaDefinition definition, List<Script> files) {
    Definition loaded = definition.load();
    List<Script> scripts = new ArrayList<>(dialect.define(loaded));
    scripts.addAll(files);
    return new Written(scripts, DefinedRenames.of(loaded), elaborations.key(scripts));
  }

  private Written written(Source.JpaEntities jpa) {
    ScriptParts parts = dialect.parts(entities.script(jpa.folders()));
    List<Script> scripts =
        List.of(new Script("Hibernate's script of the entities", parts.statements()));
    return new Written(scripts, List.of(), elaborations.key(scripts));
  }

  private Written written(Source.Several several) {
    List<Script> scripts = new ArrayList<>();
    List<DeclaredRename> renames = new ArrayList<>();
    for (Source part : several.parts()) {
      Written written = written(part);
      if (written == null) {
        throw new IllegalStateException(part + " is no part of a definition");
      }
      scripts.addAll(written.scripts());
      renames.addAll(written.renames());
    }
    return new Written(scripts, renames, elaborations.key(scripts));
  }

  /**
   * A definition that is there as records and texts.
   *
   * @param definition the records
   * @param files the texts of {@code .sql} files by the names that messages show
   */
  public Written written(Definition definition, Map<String, String> files) {
    List<Script> scripts = new ArrayList<>(dialect.define(definition));
    files.forEach((name, text) -> {
      ScriptParts parts = dialect.parts(text).withoutRows("a definition");
      scripts.add(new Script(name, parts.statements(), parts.directives()));
    });
    return new Written(scripts, DefinedRenames.of(definition), elaborations.key(scripts));
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
    Catalog catalog = known == null ? elaborated(written.scripts()) : known;
    if (known == null) {
      elaborations.keep(written.key(), written.scripts(), catalog);
    }
    List<DeclaredRename> all = new ArrayList<>(written.renames());
    all.addAll(RenameDirectives.read(written.files(), catalog, dialect.renderer()));
    return new Desired(catalog, all);
  }

  private Catalog elaborated(List<Script> scripts) {
    Elaborations.Known nearest = elaborations.nearest(scripts);
    Catalog amended =
        nearest == null ? null : ChangedTables.elaborate(dialect, shadow, nearest, scripts);
    return amended == null ? load(scripts) : amended;
  }

  private Catalog load(List<Script> scripts) {
    try (ShadowDatabase database = shadow.scratch()) {
      Scope scope = shadow.scope();
      ScriptLoader.load(
          database.connection(), scripts, scope.compares(Compared.ROLES), shadow.watcher());
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
