package dev.slipway.workspace;

import dev.slipway.catalog.Extension;
import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.source.Source;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The project's folders, then the way to an environment's database. */
final class Examining {

  private final Configuration configuration;
  private final MigrationFolder migrations;
  private final Dialect dialect;
  private final Clock clock;
  private final EnvironmentGuard guard;
  private final List<Diagnosis> found = new ArrayList<>();

  Examining(
      Configuration configuration,
      MigrationFolder migrations,
      Dialect dialect,
      Clock clock,
      EnvironmentGuard guard) {
    this.configuration = configuration;
    this.migrations = migrations;
    this.dialect = dialect;
    this.clock = clock;
    this.guard = guard;
  }

  List<Diagnosis> examine(Function<Access, DatabaseUrl> url, EnvironmentConfiguration environment) {
    definition();
    Set<String> extensions = history();
    try {
      DatabaseUrl address = url.apply(Access.WRITE);
      if (environment.embedded()) {
        found.add(Diagnosis.ok("embedded", "a server of this project's own"));
      }
      List<Diagnosis> way = dialect.examine(address, clock, configuration.postgres(), extensions);
      found.addAll(way);
      if (way.stream().anyMatch(Examining::isVersion)) {
        stamp(address, environment);
      }
      if (environment.logins().apart()) {
        reader(url.apply(Access.READ), environment);
      }
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("embedded", e.what(), e.next()));
    }
    return found;
  }

  private void stamp(DatabaseUrl address, EnvironmentConfiguration environment) {
    try (Connection connection = dialect.connect(address, "doctor")) {
      found.addAll(guard.examine(connection, environment));
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("stamp", e.what(), e.next()));
    }
  }

  private void reader(DatabaseUrl address, EnvironmentConfiguration environment) {
    try (Connection connection =
        GuardedTarget.of(dialect, address, EnvironmentGuard.NONE, environment, Access.READ)
            .connector()
            .apply("doctor")) {
      found.add(Diagnosis.ok("reader", "looks as " + dialect.sessions().login(connection).role()));
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("reader", e.what(), e.next()));
    }
  }

  private static boolean isVersion(Diagnosis each) {
    return each.subject().equals("version") && each.state() != Diagnosis.State.FAILED;
  }

  private void definition() {
    for (String address : configuration.schema()) {
      try {
        switch (Source.parse(address, configuration.root())) {
          case Source.JavaClasses(Path classes) -> folder(address, classes);
          case Source.SqlFiles(Path path) -> folder(address, path);
          case Source other -> found.add(Diagnosis.ok("definition", address));
        }
      } catch (SlipwayException e) {
        found.add(Diagnosis.failed("definition", e.what(), e.next()));
      }
    }
  }

  private void folder(String address, Path path) {
    found.add(
        Files.exists(path)
            ? Diagnosis.ok("definition", address)
            : Diagnosis.failed(
                "definition",
                "There is no file or folder " + path + ".",
                "Compile the project (mvn compile), or correct `schema:` in slipway.yml."));
  }

  /** The extensions that the newest migration leaves behind. */
  private Set<String> history() {
    try {
      History history = migrations.history();
      Migration head = history.head();
      found.add(
          Diagnosis.ok(
              "migrations", head == null ? "none yet" : "the newest one is " + head.name()));
      return head == null
          ? Set.of()
          : head.readCatalog().all(Extension.class).stream()
              .map(extension -> extension.id().name())
              .collect(Collectors.toCollection(TreeSet::new));
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("migrations", e.what(), e.next()));
      return Set.of();
    }
  }
}
