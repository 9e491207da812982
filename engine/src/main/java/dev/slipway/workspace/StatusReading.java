package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Login;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.ParkedEntry;
import dev.slipway.dialect.Scope;
import dev.slipway.diff.Change;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationStatus;
import dev.slipway.migration.Target;
import dev.slipway.planner.SchemaPlanner;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an environment is, and compares it with what its last migration should have made of
 * it.
 */
final class StatusReading {

  private final Dialect dialect;
  private final SchemaPlanner planner;
  private final Scope scope;
  private final Duration keep;

  StatusReading(Dialect dialect, SchemaPlanner planner, Scope scope, Duration keep) {
    this.dialect = dialect;
    this.planner = planner;
    this.scope = scope;
    this.keep = keep;
  }

  EnvironmentStatus read(
      String environment,
      DatabaseUrl url,
      boolean apart,
      Target target,
      History history,
      MigrationStatus migrations) {
    Migration last = lastApplied(history, migrations.applied());
    Fingerprint expected = last == null ? null : last.manifest().after();
    Scope known =
        scope.knowing(
            last == null || !scope.isDecidedByCatalogs() ? List.of() : List.of(last.readCatalog()));
    Catalog actual = null;
    List<Parked> parked;
    List<ParkedEntry> entries;
    String server;
    Login login;
    try (Connection connection = target.connector().apply("status")) {
      DatabaseMetaData about = connection.getMetaData();
      server = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
      login = dialect.sessions().login(connection);
      parked = ParkedReading.read(dialect, connection, keep);
      entries = dialect.ledger().parked(connection);
      if (migrations.advance() == null) {
        actual = dialect.introspect(connection, known);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
    List<String> leftOut = actual == null ? List.of() : actual.seen().leftOut();
    List<Change> drift =
        last == null || actual == null || actual.fingerprint().equals(expected)
            ? List.of()
            : planner.differences(last.readCatalog(), actual);
    return new EnvironmentStatus(
        environment,
        url.toString(),
        login,
        apart,
        server,
        migrations,
        expected,
        actual == null ? null : actual.fingerprint(),
        drift,
        leftOut,
        parked,
        history.migrations().stream()
            .map(migration -> WayBackClass.of(migration, parked, entries))
            .toList(),
        actual == null
            ? List.of()
            : scope.allowed().patterns().stream()
                .filter(pattern -> leftOut.stream().noneMatch(name -> Names.matches(pattern, name)))
                .toList());
  }

  private static @Nullable Migration lastApplied(History history, List<AppliedMigration> applied) {
    return applied.isEmpty() ? null : history.find(applied.getLast().name());
  }
}
