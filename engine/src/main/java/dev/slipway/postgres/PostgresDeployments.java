package dev.slipway.postgres;

import dev.slipway.dialect.ApprovalEntry;
import dev.slipway.dialect.ApprovalRecord;
import dev.slipway.dialect.DeploymentEntry;
import dev.slipway.dialect.DeploymentLedger;
import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.dialect.DeploymentStep;
import dev.slipway.dialect.EvidenceEntry;
import dev.slipway.dialect.EvidenceRecord;
import dev.slipway.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deployments of a target as tables of the schema {@code slipway}. */
final class PostgresDeployments implements DeploymentLedger {

  /** The ledger's format that brought the tables. */
  static final int SINCE = 5;

  /** One deployment at a time is not ended: the index says so to whoever comes second. */
  static final String TABLES =
      """
      create table slipway.deployment (
        id bigint generated always as identity primary key,
        environment text not null,
        plan_hash text not null,
        plan text not null,
        outcome text not null default 'running'
          check (outcome in ('running', 'done', 'rolled_back', 'aborted')),
        message text,
        began_at timestamptz not null default pg_catalog.clock_timestamp(),
        ended_at timestamptz,
        begun_by text not null default session_user,
        requested_by text not null,
        run_from text not null,
        tool_version text not null
      );
      create unique index deployment_running on slipway.deployment ((true))
        where outcome = 'running';
      create table slipway.deployment_step (
        deployment bigint not null references slipway.deployment,
        position integer not null,
        state text not null,
        outcome text not null default 'running'
          check (outcome in ('running', 'passed', 'blocked', 'failed')),
        began_at timestamptz not null default pg_catalog.clock_timestamp(),
        ended_at timestamptz,
        document text,
        primary key (deployment, position)
      );
      create table slipway.approval (
        id bigint generated always as identity primary key,
        plan_hash text not null,
        approved_by text not null,
        via text,
        reason text,
        approved_at timestamptz not null,
        expires_at timestamptz not null,
        signature text,
        written_by text not null default session_user,
        written_from text not null,
        tool_version text not null
      );
      create index approval_plan on slipway.approval (plan_hash);
      create table slipway.evidence (
        id bigint generated always as identity primary key,
        kind text not null,
        name text not null,
        head text,
        fingerprint text,
        passed boolean not null,
        document text not null,
        made_at timestamptz not null default pg_catalog.clock_timestamp(),
        made_by text not null default session_user,
        made_from text not null,
        tool_version text not null
      );
      comment on table slipway.deployment is 'How migrations came here, for good.';
      comment on table slipway.deployment_step is 'The states that a deployment was in.';
      comment on table slipway.approval is 'Who approved which plan, and until when.';
      comment on table slipway.evidence is 'What was found out about this environment.'
      """;

  /** The first eight bytes of the SHA-256 of "slipway.deployment": the same in every version. */
  private static final long KEY = 0x05336ca64acaacbcL;

  private static final String DEPLOYMENTS =
      """
      select id, environment, plan_hash, plan, outcome, message, began_at, ended_at, begun_by,
             requested_by, run_from, tool_version
        from slipway.deployment
      """;

  private final MigrationLock lock = new PostgresLock(KEY);
  private final PostgresLedger ledger;

  PostgresDeployments(PostgresLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public MigrationLock lock() {
    return lock;
  }

  @Override
  public Instant now(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select pg_catalog.clock_timestamp()");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }

  @Override
  public long begin(Connection connection, DeploymentEntry entry) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.deployment
              (environment, plan_hash, plan, requested_by, run_from, tool_version)
            values (?, ?, ?, ?, ?, ?) returning id
            """)) {
      statement.setString(1, entry.environment());
      statement.setString(2, entry.hash());
      statement.setString(3, entry.plan());
      statement.setString(4, entry.by());
      statement.setString(5, entry.from());
      statement.setString(6, entry.tool());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Override
  public List<DeploymentRecord> deployments(Connection connection) throws SQLException {
    return read(connection, " order by id");
  }

  @Override
  public Optional<DeploymentRecord> unfinished(Connection connection) throws SQLException {
    return read(connection, " where outcome = 'running'").stream().findFirst();
  }

  private List<DeploymentRecord> read(Connection connection, String rest) throws SQLException {
    List<DeploymentRecord> found = new ArrayList<>();
    if (ledger.format(connection) < SINCE) {
      return found;
    }
    Map<Long, List<DeploymentStep>> steps = steps(connection);
    try (PreparedStatement statement = connection.prepareStatement(DEPLOYMENTS + rest)) {
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          var entry =
              new DeploymentEntry(
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(10),
                  row.getString(11),
                  row.getString(12));
          found.add(
              new DeploymentRecord(
                  row.getLong(1),
                  entry,
                  DeploymentRecord.Outcome.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                  row.getString(6),
                  row.getTimestamp(7).toInstant(),
                  instant(row.getTimestamp(8)),
                  row.getString(9),
                  steps.getOrDefault(row.getLong(1), List.of())));
        }
      }
    }
    return found;
  }

  private static Map<Long, List<DeploymentStep>> steps(Connection connection) throws SQLException {
    Map<Long, List<DeploymentStep>> steps = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select deployment, position, state, outcome, began_at, ended_at, document from"
                + " slipway.deployment_step order by deployment, position")) {
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          steps
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new DeploymentStep(
                      row.getInt(2),
                      row.getString(3),
                      DeploymentStep.Outcome.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                      row.getTimestamp(5).toInstant(),
                      instant(row.getTimestamp(6)),
                      row.getString(7)));
        }
      }
    }
    return steps;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  @Override
  public int enter(Connection connection, long id, String state) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.deployment_step (deployment, position, state)
            select ?, coalesce(pg_catalog.max(position), 0) + 1, ?
              from slipway.deployment_step where deployment = ?
            returning position
            """)) {
      statement.setLong(1, id);
      statement.setString(2, state);
      statement.setLong(3, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Override
  public void leave(
      Connection connection, long id, int line, DeploymentStep.Outcome outcome, String document)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update slipway.deployment_step
               set outcome = ?, document = ?, ended_at = pg_catalog.clock_timestamp()
             where deployment = ? and position = ?
            """)) {
      statement.setString(1, outcome.name().toLowerCase(Locale.ROOT));
      statement.setString(2, document);
      statement.setLong(3, id);
      statement.setInt(4, line);
      statement.executeUpdate();
    }
  }

  @Override
  public void end(
      Connection connection, long id, DeploymentRecord.Outcome outcome, @Nullable String message)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update slipway.deployment
               set outcome = ?, message = ?, ended_at = pg_catalog.clock_timestamp()
             where id = ?
            """)) {
      statement.setString(1, outcome.name().toLowerCase(Locale.ROOT));
      statement.setString(2, message);
      statement.setLong(3, id);
      statement.executeUpdate();
    }
  }

  @Override
  public void approve(Connection connection, ApprovalEntry entry) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.approval
              (plan_hash, approved_by, via, reason, approved_at, expires_at, signature,
               written_from, tool_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      statement.setString(1, entry.plan());
      statement.setString(2, entry.by());
      statement.setString(3, entry.via());
      statement.setString(4, entry.reason());
      statement.setTimestamp(5, Timestamp.from(entry.at()));
      statement.setTimestamp(6, Timestamp.from(entry.expires()));
      statement.setString(7, entry.signature());
      statement.setString(8, entry.from());
      statement.setString(9, entry.tool());
      statement.executeUpdate();
    }
  }

  @Override
  public List<ApprovalRecord> approvals(Connection connection, String plan) throws SQLException {
    List<ApprovalRecord> found = new ArrayList<>();
    if (ledger.format(connection) < SINCE) {
      return found;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select id, plan_hash, approved_by, via, reason, approved_at, expires_at, signature,
                   written_from, tool_version, written_by
              from slipway.approval where plan_hash = ? order by id
            """)) {
      statement.setString(1, plan);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          var entry =
              new ApprovalEntry(
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getTimestamp(6).toInstant(),
                  row.getTimestamp(7).toInstant(),
                  row.getString(8),
                  row.getString(9),
                  row.getString(10));
          found.add(new ApprovalRecord(row.getLong(1), entry, row.getString(11)));
        }
      }
    }
    return found;
  }

  @Override
  public void record(Connection connection, EvidenceEntry entry) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.evidence
              (kind, name, head, fingerprint, passed, document, made_from, tool_version)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      statement.setString(1, entry.kind());
      statement.setString(2, entry.name());
      statement.setString(3, entry.head());
      statement.setString(4, entry.fingerprint());
      statement.setBoolean(5, entry.passed());
      statement.setString(6, entry.document());
      statement.setString(7, entry.from());
      statement.setString(8, entry.tool());
      statement.executeUpdate();
    }
  }

  @Override
  public List<EvidenceRecord> evidence(Connection connection) throws SQLException {
    List<EvidenceRecord> found = new ArrayList<>();
    if (ledger.format(connection) < SINCE) {
      return found;
    }
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select id, kind, name, head, fingerprint, passed, document, made_from, tool_version,
                       made_at, made_by
                  from slipway.evidence order by id
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        var entry =
            new EvidenceEntry(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
        found.add(
            new EvidenceRecord(
                row.getLong(1),
                entry,
                Objects.requireNonNull(row.getTimestamp(10)).toInstant(),
                row.getString(11)));
      }
    }
    return found;
  }
}
