package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Batches;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.DeploymentLedger;
import dev.slipway.dialect.Described;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Dump;
import dev.slipway.dialect.Inspection;
import dev.slipway.dialect.Ledger;
import dev.slipway.dialect.LoneStatements;
import dev.slipway.dialect.Maintenance;
import dev.slipway.dialect.MigrationLock;
import dev.slipway.dialect.Observation;
import dev.slipway.dialect.OnlineRenderer;
import dev.slipway.dialect.ParkedStore;
import dev.slipway.dialect.Renderer;
import dev.slipway.dialect.RowParking;
import dev.slipway.dialect.RowSampling;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.dialect.Sessions;
import dev.slipway.dialect.Subsets;
import dev.slipway.dialect.TableSizes;
import dev.slipway.dialect.Trait;
import dev.slipway.dialect.Transactions;
import dev.slipway.dialect.Vitals;
import dev.slipway.schema.model.Definition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** PostgreSQL 15 to 18, and 14 for what only reads. Stateless and thread-safe. */
public final class Postgres implements Dialect {

  private final Renderer renderer = new PostgresRenderer();
  private final OnlineRenderer onlineRenderer = new PostgresOnlineRenderer();
  private final RowSampling rowSampling = new PostgresRowSampling();
  private final MigrationLock lock = new PostgresLock(PostgresLock.LEDGER);
  private final PostgresLedger ledger = new PostgresLedger();
  private final DeploymentLedger deployments = new PostgresDeployments(ledger);
  private final ParkedStore parkedStore = new PostgresParkedStore();
  private final RowParking rowParking = new PostgresRowParking();
  private final Transactions transactions = new PostgresTransactions();
  private final Batches batches = new PostgresBatches();
  private final Sessions sessions = new PostgresSessions();
  private final Maintenance maintenance = new PostgresMaintenance();
  private final LoneStatements loneStatements = new PostgresLoneStatements();
  private final Observation observation = new PostgresObservation();
  private final TableSizes tableSizes = new PostgresTableSizes();
  private final Copies copies = new PostgresCopies();
  private final Subsets subsets = new PostgresSubsets();
  private final Inspection inspection = new PostgresInspection();
  private final Vitals vitals = new PostgresVitals();

  @Override
  public Engine engine() {
    return Engine.POSTGRESQL;
  }

  @Override
  public Connection connect(DatabaseUrl url, String purpose) {
    return PostgresConnection.open(url, purpose);
  }

  @Override
  public Catalog introspect(Connection connection, Scope scope) {
    try {
      return Introspector.read(connection, scope);
    } catch (SQLException e) {
      throw PostgresConnection.failed("reading the catalog", e);
    }
  }

  @Override
  public void requireChangeable(Connection connection) {
    PostgresConnection.requireChangeable(connection);
  }

  @Override
  public ScriptParts parts(String text) {
    return PostgresScript.read(text);
  }

  @Override
  public long load(Connection connection, String sql, String rows) throws SQLException {
    return CopiedRows.load(connection, sql, rows);
  }

  @Override
  public Dump dump(String text) {
    return DumpText.of(text);
  }

  @Override
  public List<Script> define(Definition definition) {
    return DefinitionScripts.of(definition);
  }

  @Override
  public Described describe(Catalog catalog, Set<ObjectId> without) {
    return DescribedTables.of(catalog, without);
  }

  @Override
  public boolean couldFollow(String before, String after) {
    return TypeFamily.couldFollow(before, after);
  }

  @Override
  public Renderer renderer() {
    return renderer;
  }

  @Override
  public RowSampling rowSampling() {
    return rowSampling;
  }

  @Override
  public OnlineRenderer onlineRenderer() {
    return onlineRenderer;
  }

  @Override
  public MigrationLock lock() {
    return lock;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public DeploymentLedger deployments() {
    return deployments;
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Maintenance maintenance() {
    return maintenance;
  }

  @Override
  public Batches batches() {
    return batches;
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public ParkedStore parkedStore() {
    return parkedStore;
  }

  @Override
  public RowParking rowParking() {
    return rowParking;
  }

  @Override
  public LoneStatements loneStatements() {
    return loneStatements;
  }

  @Override
  public Copies copies() {
    return copies;
  }

  @Override
  public Subsets subsets() {
    return subsets;
  }

  @Override
  public Inspection inspection() {
    return inspection;
  }

  @Override
  public Vitals vitals() {
    return vitals;
  }

  @Override
  public TableSizes tableSizes() {
    return tableSizes;
  }

  @Override
  public Observation observation() {
    return observation;
  }

  @Override
  public List<Diagnosis> examine(
      DatabaseUrl url, Clock clock, int release, Set<String> extensions) {
    return new Examination(url, clock, release, extensions).run();
  }

  @Override
  public List<Trait> traits(Connection connection) {
    try {
      return TraitReader.read(connection);
    } catch (SQLException e) {
      throw PostgresConnection.failed("reading settings, extensions, collations and roles", e);
    }
  }
}
