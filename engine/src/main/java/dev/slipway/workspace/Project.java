package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.config.Configuration;
import dev.slipway.datamigration.DataMigrations;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Watcher;
import dev.slipway.error.SlipwayException;
import dev.slipway.jpa.Entities;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.Scales;
import dev.slipway.migration.Target;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.postgres.Postgres;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the things that are done with a project share: its parts, and how each reads sources and
 * reaches environments. Not thread-safe.
 */
final class Project implements AutoCloseable {

  private final Configuration configuration;
  private final Clock clock;
  private final EnvironmentGuard guard;
  private final Dialect dialect = new Postgres();
  private final DataMigrations classes;
  private final MigrationFolder folder;
  private final Targets targets;
  private final ProjectShadow shadow;
  private final Set<String> checked = new HashSet<>();

  Project(Configuration configuration, Clock clock, Watcher watcher, EnvironmentGuard guard) {
    this.configuration = configuration;
    this.clock = clock;
    this.guard = guard;
    this.classes =
        new DataMigrations(() ->
            SourceReader.open(definitionSource(), configuration.classpath(), configuration.root()));
    this.folder = new MigrationFolder(configuration.migrations(), dialect, classes);
    this.targets = new Targets(configuration, dialect);
    this.shadow = new ProjectShadow(configuration, dialect, watcher);
  }

  Configuration configuration() {
    return configuration;
  }

  Clock clock() {
    return clock;
  }

  EnvironmentGuard guard() {
    return guard;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The project's compiled classes that write rows. */
  DataMigrations classes() {
    return classes;
  }

  MigrationFolder folder() {
    return folder;
  }

  ProjectShadow shadow() {
    return shadow;
  }

  /** Where the definition is. */
  Source definitionSource() {
    return Source.parse(configuration.schema(), configuration.root());
  }

  /** The catalog of the definition with its declared renames. */
  Desired definition() {
    return reader().read(definitionSource());
  }

  /** Two catalogs, one of which may become the other. */
  record Sides(Catalog from, Desired to) {}

  /** A database is read after the other side, which may name roles that are compared. */
  Sides sides(String from, String to) {
    Source first = source(from);
    Source second = source(to);
    if (second instanceof Source.Database) {
      Meanwhile<Catalog> early = ahead(second);
      Catalog other = read(first, List.of()).catalog();
      return new Sides(
          other, early == null ? read(second, List.of(other)) : Desired.of(early.await()));
    }
    Meanwhile<Catalog> early = ahead(first);
    Desired desired = read(second, List.of());
    return new Sides(
        early == null ? read(first, List.of(desired.catalog())).catalog() : early.await(), desired);
  }

  private @Nullable Meanwhile<Catalog> ahead(Source source) {
    return source instanceof Source.Database(DatabaseUrl url)
        ? ahead(Target.at(dialect, url))
        : null;
  }

  Desired read(String address, List<Catalog> others) {
    return read(source(address), others);
  }

  /**
   * @param others what names the roles and partitions that are compared if the source is a
   *     database, beside the last migration
   */
  private Desired read(Source source, List<Catalog> others) {
    return source instanceof Source.Database
        ? reader().read(source, known(withHead(others)))
        : reader().read(source);
  }

  Source source(String address) {
    return configuration.environments().containsKey(address)
        ? new Source.Database(checked(address))
        : Source.parse(address, Path.of("").toAbsolutePath());
  }

  /** The address of an environment, asked once whether it leads there, since it is only read. */
  private DatabaseUrl checked(String environment) {
    if (checked.add(environment)) {
      check(environment, Access.READ);
    }
    return url(environment, Access.READ);
  }

  void check(String environment, Access access) {
    try {
      // That it is opened is all: somebody would have objected.
      target(environment, access).connector().apply("check").close();
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  List<Catalog> withHead(List<Catalog> catalogs) {
    if (!shadow.comparesRoles() && configuration.partitionsOfOthers().isEmpty()) {
      return catalogs;
    }
    Migration head = folder.history().head();
    List<Catalog> all = new ArrayList<>(catalogs);
    if (head != null) {
      all.add(head.readCatalog());
    }
    return all;
  }

  List<Catalog> catalogsOf(History history) {
    return shadow.comparesRoles()
        ? history.migrations().stream().map(Migration::readCatalog).toList()
        : List.of();
  }

  /** Begins to read a database where what is read of it needs no other catalog; else null. */
  @Nullable Meanwhile<Catalog> ahead(Target target) {
    Scope scope = shadow.shadow().scope();
    return scope.isDecidedByCatalogs() ? null : Meanwhile.begin(() -> introspect(target, scope));
  }

  /**
   * What is left out of a database: of all the roles of its cluster, and of the partitions that
   * others may make, those that nothing names.
   */
  Scope known(List<Catalog> catalogs) {
    return shadow.shadow().scope().knowing(catalogs);
  }

  Catalog introspect(Target target, Scope scope) {
    try (Connection connection = target.connector().apply("introspect")) {
      return dialect.introspect(connection, scope);
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  Executor executor(Target target, ExecutorOptions options) {
    return new Executor(target, options.withSmallness(configuration.smallness()));
  }

  Target target(String environment, Access access) {
    return GuardedTarget.of(
        dialect, url(environment, access), guard, configuration.environment(environment), access);
  }

  DatabaseUrl url(String environment, Access access) {
    return targets.url(configuration.environment(environment), access, shadow.prelude());
  }

  SourceReader reader() {
    return new SourceReader(
        dialect,
        shadow.shadow(),
        configuration.root(),
        configuration.classpath(),
        (database, path) ->
            Replaying.run(
                dialect, shadow.shadow(), database, new MigrationFolder(path, dialect, classes)),
        shadow.elaborations(),
        new Entities(
            configuration.root(),
            configuration.classpath(),
            configuration.jpa(),
            configuration.postgres()));
  }

  SchemaPlanner planner() {
    return new SchemaPlanner(dialect, shadow.shadow());
  }

  Scales scales() {
    return new Scales(dialect, configuration.smallness());
  }

  void requireUnchanged(Connection connection, Scope known, Catalog before, String environment) {
    Catalog now = dialect.introspect(connection, known);
    if (!now.equals(before)) {
      throw new SlipwayException(
          WorkspaceError.TARGET_CHANGED,
          "The schema of " + environment + " changed while the plan was made. Nothing ran.",
          "Run the command again.");
    }
  }

  @Override
  public void close() {
    classes.close();
    shadow.close();
    targets.close();
  }
}
