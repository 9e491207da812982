package dev.slipway.postgres;

import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.DeployedRelease;
import dev.slipway.dialect.DirectPart;
import dev.slipway.dialect.Ledger;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.dialect.ParkedEntry;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.RunRecord;
import dev.slipway.dialect.ScriptHash;
import dev.slipway.dialect.SegmentEntry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger as tables of the schema {@code slipway}. */
final class PostgresLedger implements Ledger {

  private static final String TABLES =
      """
      create schema if not exists slipway;
      comment on schema slipway is 'What Slipway did to this database. Leave it to Slipway.';
      create table slipway.ledger (
        only_row boolean primary key default true check (only_row),
        format integer not null,
        created_at timestamptz not null default pg_catalog.now(),
        created_by text not null default session_user,
        tool_version text not null
      );
      create table slipway.run (
        id bigint generated always as identity primary key,
        command text not null,
        started_at timestamptz not null default pg_catalog.clock_timestamp(),
        finished_at timestamptz,
        outcome text not null default 'running'
          check (outcome in ('running', 'done', 'failed', 'canceled', 'killed')),
        error_code text,
        error text,
        run_by text not null default session_user,
        run_from text not null,
        tool_version text not null
      );
      create table slipway.run_part (
        run bigint not null references slipway.run,
        position integer not null,
        name text not null,
        direction text not null check (direction in ('up', 'down', 'direct')),
        statements integer not null,
        milliseconds bigint not null,
        finished_at timestamptz not null default pg_catalog.clock_timestamp(),
        sql text,
        primary key (run, position)
      );
      create table slipway.migration (
        name text primary key,
        position integer not null unique,
        run bigint not null references slipway.run,
        parents text[] not null,
        up_raw_hash text not null,
        up_content_hash text not null,
        down_raw_hash text not null,
        down_content_hash text not null,
        fingerprint_before text not null,
        fingerprint_after text not null,
        applied_at timestamptz not null default pg_catalog.now(),
        applied_by text not null default session_user,
        applied_from text not null,
        tool_version text not null,
        milliseconds bigint not null,
        statements integer not null
      );
      comment on table slipway.migration is 'What is applied, in the order in which it was.';
      comment on table slipway.run is 'Each use of the executor, for good.';
      comment on table slipway.run_part is 'What each segment of a run did.'
      """;

  @Override
  public int format(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("select pg_catalog.to_regclass('slipway.ledger') is not null")) {
        rows.next();
        if (!rows.getBoolean(1)) {
          return 0;
        }
      }
      try (ResultSet rows = statement.executeQuery("select format from slipway.ledger")) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  /** The enabled event triggers (manual: Event Triggers). */
  @Override
  public List<String> guards(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select evtname from pg_catalog.pg_event_trigger where evtenabled <> 'D' order"
                    + " by 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Override
  public void create(Connection connection, String tool) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
      statement.execute(SegmentLedger.TABLE);
      statement.execute(ParkedLedger.TABLE);
      statement.execute(ReleaseLedger.TABLES);
      statement.execute(PostgresDeployments.TABLES);
      statement.execute(StepLedger.COLUMNS);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into slipway.ledger (format, tool_version) values (?, ?)")) {
      statement.setInt(1, FORMAT);
      statement.setString(2, tool);
      statement.executeUpdate();
    }
  }

  @Override
  public void upgrade(Connection connection, int from, String tool) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (from < SegmentLedger.SINCE) {
        statement.execute(SegmentLedger.TABLE);
      }
      if (from < ParkedLedger.SINCE) {
        statement.execute(ParkedLedger.TABLE);
      }
      if (from < ReleaseLedger.SINCE) {
        statement.execute(ReleaseLedger.TABLES);
      }
      if (from < PostgresDeployments.SINCE) {
        statement.execute(PostgresDeployments.TABLES);
      }
      if (from < StepLedger.SINCE) {
        statement.execute(StepLedger.COLUMNS);
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("update slipway.ledger set format = ?, tool_version = ?")) {
      statement.setInt(1, FORMAT);
      statement.setString(2, tool);
      statement.executeUpdate();
    }
  }

  @Override
  public List<AppliedMigration> applied(Connection connection) throws SQLException {
    var applied = new ArrayList<AppliedMigration>();
    if (format(connection) == 0) {
      return applied;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select name, parents, up_raw_hash, up_content_hash, down_raw_hash,
                       down_content_hash, fingerprint_before, fingerprint_after, applied_from,
                       tool_version, milliseconds, statements, position, applied_at, applied_by, run
                  from slipway.migration
                 order by position
                """)) {
      while (rows.next()) {
        var entry =
            new LedgerEntry(
                rows.getString(1),
                List.of((String[]) rows.getArray(2).getArray()),
                new ScriptHash(rows.getString(3), rows.getString(4)),
                new ScriptHash(rows.getString(5), rows.getString(6)),
                new Fingerprint(rows.getString(7)),
                new Fingerprint(rows.getString(8)),
                rows.getString(9),
                rows.getString(10),
                Duration.ofMillis(rows.getLong(11)),
                rows.getInt(12));
        applied.add(
            new AppliedMigration(
                entry,
                rows.getInt(13),
                rows.getTimestamp(14).toInstant(),
                rows.getString(15),
                rows.getLong(16)));
      }
    }
    return applied;
  }

  @Override
  public void record(Connection connection, long run, LedgerEntry entry) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.migration
              (position, run, name, parents, up_raw_hash, up_content_hash, down_raw_hash,
               down_content_hash, fingerprint_before, fingerprint_after, applied_from,
               tool_version, milliseconds, statements)
            select coalesce(pg_catalog.max(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              from slipway.migration
            """)) {
      Array parents = connection.createArrayOf("text", entry.parents().toArray());
      statement.setLong(1, run);
      statement.setString(2, entry.name());
      statement.setArray(3, parents);
      statement.setString(4, entry.up().raw());
      statement.setString(5, entry.up().content());
      statement.setString(6, entry.down().raw());
      statement.setString(7, entry.down().content());
      statement.setString(8, entry.before().value());
      statement.setString(9, entry.after().value());
      statement.setString(10, entry.from());
      statement.setString(11, entry.tool());
      statement.setLong(12, entry.duration().toMillis());
      statement.setInt(13, entry.statements());
      statement.executeUpdate();
    }
  }

  @Override
  public void replace(Connection connection, long run, List<String> replaced, LedgerEntry entry)
      throws SQLException {
    int last = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from slipway.migration where name = any (?) returning position")) {
      statement.setArray(1, connection.createArrayOf("text", replaced.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          last = Math.max(last, rows.getInt(1));
        }
      }
    }
    record(connection, run, entry);
    try (PreparedStatement statement =
        connection.prepareStatement("update slipway.migration set position = ? where name = ?")) {
      statement.setInt(1, last);
      statement.setString(2, entry.name());
      statement.executeUpdate();
    }
  }

  @Override
  public void remove(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from slipway.migration where name = ?")) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }

  @Override
  public @Nullable Advance advance(Connection connection) throws SQLException {
    return format(connection) < SegmentLedger.SINCE ? null : SegmentLedger.read(connection);
  }

  @Override
  public void begin(
      Connection connection,
      long run,
      String migration,
      Run.Direction direction,
      SegmentEntry segment,
      String mark)
      throws SQLException {
    SegmentLedger.begin(connection, run, migration, direction, segment, mark);
  }

  @Override
  public void mark(Connection connection, String migration, int segment, long run, String mark)
      throws SQLException {
    SegmentLedger.mark(connection, migration, segment, run, mark);
  }

  @Override
  public void done(
      Connection connection,
      long run,
      String migration,
      Run.Direction direction,
      SegmentEntry segment,
      Duration duration)
      throws SQLException {
    SegmentLedger.done(connection, run, migration, direction, segment, duration);
  }

  @Override
  public List<DeployedRelease> releases(Connection connection) throws SQLException {
    return format(connection) < ReleaseLedger.SINCE ? List.of() : ReleaseLedger.read(connection);
  }

  @Override
  public void start(
      Connection connection, String release, List<ReleaseUse> uses, String from, String tool)
      throws SQLException {
    ReleaseLedger.start(connection, release, uses, from, tool);
  }

  @Override
  public void override(
      Connection connection,
      String migration,
      String release,
      String code,
      String object,
      String reason)
      throws SQLException {
    ReleaseLedger.override(connection, migration, release, code, object, reason);
  }

  @Override
  public boolean end(Connection connection, String release) throws SQLException {
    return ReleaseLedger.end(connection, release);
  }

  @Override
  public void forget(Connection connection, String migration, int segment) throws SQLException {
    SegmentLedger.forget(connection, migration, segment);
  }

  @Override
  public void forget(Connection connection, String migration) throws SQLException {
    SegmentLedger.forget(connection, migration, 0);
  }

  @Override
  public long begin(Connection connection, Run run) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update slipway.run set outcome = 'killed' where outcome = 'running'");
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into slipway.run (command, run_from, tool_version) values (?, ?, ?)"
                + " returning id")) {
      statement.setString(1, run.command());
      statement.setString(2, run.from());
      statement.setString(3, run.tool());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Override
  public void record(Connection connection, long run, Run.Part part) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.run_part
              (position, run, name, direction, statements, milliseconds, sql, step_numbers,
               step_milliseconds, step_lock_wait_milliseconds)
            select coalesce(pg_catalog.max(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?
              from slipway.run_part
             where run = ?
            """)) {
      statement.setLong(1, run);
      statement.setString(2, part.name());
      statement.setString(3, part.direction().name().toLowerCase(Locale.ROOT));
      statement.setInt(4, part.statements());
      statement.setLong(5, part.duration().toMillis());
      statement.setString(6, part.sql());
      StepLedger.set(connection, statement, 7, part.steps());
      statement.setLong(10, run);
      statement.executeUpdate();
    }
  }

  @Override
  public void end(
      Connection connection,
      long run,
      Run.Outcome outcome,
      @Nullable String code,
      @Nullable String message)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update slipway.run
               set finished_at = pg_catalog.clock_timestamp(), outcome = ?, error_code = ?,
                   error = ?
             where id = ?
            """)) {
      statement.setString(1, outcome.name().toLowerCase(Locale.ROOT));
      statement.setString(2, code);
      statement.setString(3, message);
      statement.setLong(4, run);
      statement.executeUpdate();
    }
  }

  @Override
  public List<DirectPart> direct(Connection connection, String command) throws SQLException {
    List<DirectPart> parts = new ArrayList<>();
    if (format(connection) == 0) {
      return parts;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select distinct on (p.name) p.name, coalesce(p.sql, ''), p.finished_at
              from slipway.run_part p join slipway.run r on r.id = p.run
             where r.command = ? and p.direction = 'direct'
             order by p.name, p.run desc, p.position desc
            """)) {
      statement.setString(1, command);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          parts.add(
              new DirectPart(
                  rows.getString(1), rows.getString(2), rows.getTimestamp(3).toInstant()));
        }
      }
    }
    return parts;
  }

  @Override
  public List<RunRecord> runs(Connection connection, @Nullable Long id, int most)
      throws SQLException {
    int format = format(connection);
    return format == 0 ? List.of() : RunLedger.read(connection, format, id, most);
  }

  @Override
  public Map<String, List<Run.Step>> steps(Connection connection) throws SQLException {
    return format(connection) < StepLedger.SINCE ? Map.of() : StepLedger.applied(connection);
  }

  @Override
  public List<ParkedEntry> parked(Connection connection) throws SQLException {
    return format(connection) < ParkedLedger.SINCE ? List.of() : ParkedLedger.read(connection);
  }

  @Override
  public void park(
      Connection connection, String label, @Nullable String migration, String object, String place)
      throws SQLException {
    ParkedLedger.write(connection, label, migration, object, place);
  }

  @Override
  public void unpark(Connection connection, String migration) throws SQLException {
    ParkedLedger.remove(connection, migration);
  }

  @Override
  public void unpark(Connection connection, String migration, String object) throws SQLException {
    ParkedLedger.remove(connection, migration, object);
  }

  @Override
  public void purged(Connection connection, String label) throws SQLException {
    ParkedLedger.purged(connection, label);
  }
}
