package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.dialect.LockHolder;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a server that lets us in is like, and what the role may do there. Changes nothing. */
final class ServerExamination {

  private static final Duration TOLERABLE_SKEW = Duration.ofSeconds(5);

  private final Connection connection;
  private final DatabaseUrl url;
  private final Clock clock;
  private final int release;
  private final Set<String> extensions;
  private final List<Diagnosis> found;

  ServerExamination(
      Connection connection,
      DatabaseUrl url,
      Clock clock,
      int release,
      Set<String> extensions,
      List<Diagnosis> found) {
    this.connection = connection;
    this.url = url;
    this.clock = clock;
    this.release = release;
    this.extensions = extensions;
    this.found = found;
  }

  void run(String user, String sslmode, boolean isLocal) throws SQLException {
    encryption(sslmode, isLocal);
    found.add(Diagnosis.ok("login", "as " + value("select current_user")));
    version();
    boolean isWritable = writable();
    pooler();
    if (isWritable) {
      privileges();
    }
    extensions();
    time();
    others();
  }

  private void encryption(String sslmode, boolean isLocal) throws SQLException {
    String protocol =
        value(
            "select case when ssl then version end from pg_catalog.pg_stat_ssl"
                + " where pid = pg_catalog.pg_backend_pid()");
    if (!protocol.isEmpty()) {
      boolean isVerified = sslmode.startsWith("verify");
      found.add(
          isVerified || isLocal
              ? Diagnosis.ok("TLS", protocol + ", sslmode=" + sslmode)
              : Diagnosis.warning(
                  "TLS",
                  protocol
                      + ", but nobody verifies whose certificate it is (sslmode="
                      + sslmode
                      + ").",
                  "Add sslmode=verify-full and sslrootcert=FILE to the address."));
    } else if (isLocal) {
      found.add(Diagnosis.ok("TLS", "none, to this machine"));
    } else {
      found.add(
          Diagnosis.warning(
              "TLS",
              "The connection is not encrypted: who is in between reads the password's exchange and"
                  + " all data.",
              "Add sslmode=verify-full to the address, or sslmode=require where the server has no"
                  + " certificate that can be verified."));
    }
  }

  private void version() throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    String full = "PostgreSQL " + value("show server_version");
    found.add(
        major == release
            ? Diagnosis.ok("version", full)
            : Diagnosis.warning(
                "version",
                full + ", but plans are proved on PostgreSQL " + release + ".",
                "Set `postgres: "
                    + major
                    + "` in slipway.yml, so that they are proved on what runs"
                    + " them."));
  }

  private boolean writable() throws SQLException {
    if (isTrue("select pg_catalog.pg_is_in_recovery()")) {
      found.add(
          Diagnosis.failed(
              "writable",
              "The server is a replica in recovery: nothing can be written there.",
              "Name the primary in the address; with several hosts, add"
                  + " targetServerType=primary."));
      return false;
    }
    if (value("show default_transaction_read_only").equals("on")) {
      found.add(
          Diagnosis.failed(
              "writable",
              "Transactions are read-only by default, for this role, database or server.",
              "Take default_transaction_read_only back: alter role … reset"
                  + " default_transaction_read_only."));
      return false;
    }
    found.add(Diagnosis.ok("writable", "the server takes writes"));
    return true;
  }

  /**
   * Whether each transaction may get another session of the server. Asked by behavior, since a pool
   * does not say what it is: while another client of ours holds a transaction open, a pool gives it
   * the session that was ours before.
   */
  private void pooler() throws SQLException {
    String before = value("select pg_catalog.pg_backend_pid()");
    try (Connection other = PostgresConnection.open(url, "doctor")) {
      other.setAutoCommit(false);
      String others = value(other, "select pg_catalog.pg_backend_pid()");
      String after = others.equals(before) ? "" : value("select pg_catalog.pg_backend_pid()");
      other.rollback();
      found.add(
          others.equals(before) || !after.equals(before)
              ? Diagnosis.failed(
                  "pooler",
                  "A connection pool gives each transaction another session of the server: locks"
                      + " and settings of a session get lost.",
                  "Connect to the server itself or to the pool's port for sessions (Supabase: 5432"
                      + " instead of 6543; PgBouncer: pool_mode = session).")
              : Diagnosis.ok("pooler", "sessions stay"));
    } catch (SlipwayException e) {
      found.add(
          Diagnosis.warning(
              "pooler",
              "A second connection was refused, so that nothing can be said of a pool: " + e.what(),
              "Raise the limit of connections of the role or server; commands need two."));
    }
  }

  private void privileges() throws SQLException {
    boolean hasLedger = isTrue("select pg_catalog.to_regclass('slipway.ledger') is not null");
    boolean mayCreateSchemas =
        isTrue("select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')");
    if (hasLedger) {
      boolean mayWrite =
          isTrue(
              "select pg_catalog.bool_and(pg_catalog.has_table_privilege(c.oid,"
                  + " 'SELECT, INSERT, UPDATE, DELETE')) from pg_catalog.pg_class c"
                  + " where c.relnamespace = 'slipway'::pg_catalog.regnamespace"
                  + " and c.relkind = 'r'");
      found.add(
          mayWrite
              ? Diagnosis.ok("ledger", "there, and the role may write it")
              : Diagnosis.failed(
                  "ledger",
                  "It is there, and the role may not write it.",
                  "Use the role that created it, or grant select, insert, update, delete on all"
                      + " tables in schema slipway."));
    } else {
      found.add(
          mayCreateSchemas
              ? Diagnosis.ok("ledger", "not there yet, and the role may create it")
              : Diagnosis.failed(
                  "ledger",
                  "It is not there, and the role may not create schemas in this database.",
                  "As the owner: grant create on database … to "
                      + value("select current_user")
                      + "."));
    }
    boolean mayCreateTables =
        isTrue(
            "select coalesce((select pg_catalog.has_schema_privilege(oid, 'CREATE')"
                + " from pg_catalog.pg_namespace where nspname = 'public'), true)");
    found.add(
        mayCreateTables
            ? Diagnosis.ok(
                "privileges",
                mayCreateSchemas
                    ? "may create in the schema public, and schemas"
                    : "may create in the schema public, but no schemas")
            : Diagnosis.warning(
                "privileges",
                "The role may not create in the schema public.",
                "As its owner: grant create on schema public to "
                    + value("select current_user")
                    + "."));
  }

  private void extensions() throws SQLException {
    if (extensions.isEmpty()) {
      return;
    }
    var missing = new TreeSet<>(extensions);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select name from pg_catalog.pg_available_extensions")) {
      while (rows.next()) {
        missing.remove(rows.getString(1));
      }
    }
    found.add(
        missing.isEmpty()
            ? Diagnosis.ok("extensions", String.join(", ", new TreeSet<>(extensions)))
            : Diagnosis.failed(
                "extensions",
                "The server does not have " + String.join(", ", missing) + ".",
                "Install their packages on the server, or turn them on where the platform lists"
                    + " extensions."));
  }

  private void time() throws SQLException {
    Instant sent = clock.instant();
    Instant there;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_catalog.clock_timestamp()")) {
      row.next();
      there = row.getObject(1, OffsetDateTime.class).toInstant();
    }
    Instant here = sent.plus(Duration.between(sent, clock.instant()).dividedBy(2));
    Duration skew = Duration.between(here, there);
    found.add(
        skew.abs().compareTo(TOLERABLE_SKEW) <= 0
            ? Diagnosis.ok("time", "the same here and there")
            : Diagnosis.warning(
                "time",
                "The server's clock is "
                    + skew.abs().toSeconds()
                    + " s "
                    + (skew.isNegative() ? "behind" : "ahead of")
                    + " this machine's.",
                "Let both ask a time server; names of migrations and the ledger's times disagree"
                    + " until then."));
  }

  private void others() throws SQLException {
    LockHolder holder = new PostgresLock(PostgresLock.LEDGER).holder(connection);
    if (holder != null) {
      found.add(
          Diagnosis.warning(
              "lock", "Somebody works on the migrations: " + holder + ".", "Wait for it to end."));
    }
    var prepared = new ArrayList<String>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select gid from pg_catalog.pg_prepared_xacts"
                    + " where database = pg_catalog.current_database() order by prepared");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        prepared.add(rows.getString(1));
      }
    }
    if (!prepared.isEmpty()) {
      found.add(
          Diagnosis.warning(
              "prepared",
              "Transactions are prepared and keep their locks until somebody ends them: "
                  + String.join(", ", prepared)
                  + ".",
              "commit prepared '…' or rollback prepared '…'."));
    }
    String old =
        value(
            "select pg_catalog.count(*) from pg_catalog.pg_stat_activity"
                + " where datname = pg_catalog.current_database()"
                + " and pid <> pg_catalog.pg_backend_pid()"
                + " and xact_start < pg_catalog.now() - interval '5 minutes'");
    if (!old.equals("0")) {
      found.add(
          Diagnosis.warning(
              "transactions",
              "Transactions that are open for more than 5 minutes: "
                  + old
                  + ". Their locks make migrations wait.",
              "Look at them in pg_stat_activity, and end what was forgotten."));
    }
  }

  private boolean isTrue(String query) throws SQLException {
    return value(query).equals("t");
  }

  private String value(String query) throws SQLException {
    return value(connection, query);
  }

  private static String value(Connection on, String query) throws SQLException {
    try (Statement statement = on.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      String value = row.next() ? row.getString(1) : null;
      return value == null ? "" : value;
    }
  }
}
