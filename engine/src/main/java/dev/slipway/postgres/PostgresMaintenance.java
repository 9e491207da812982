package dev.slipway.postgres;

import dev.slipway.dialect.Maintenance;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Vacuum and its like: whoever has {@code SHARE UPDATE EXCLUSIVE} (manual, 13.3.1 Table-Level
 * Locks). The server ends an autovacuum only when somebody has waited for it for {@code
 * deadlock_timeout}, a second as a rule (manual, 25.1.6 The Autovacuum Daemon): whoever waits for
 * that with {@code ACCESS EXCLUSIVE} keeps all others waiting for as long.
 */
final class PostgresMaintenance implements Maintenance {

  /**
   * The tables, each by its own name and those of the tables that it is a partition of, since what
   * wants these wants it too. Who does not own a table can't lock it, and changes little of it.
   */
  private static final String UNDERWAY =
      """
      with held as materialized (
        select distinct l.relation
          from pg_catalog.pg_locks l
         where l.locktype = 'relation' and l.granted and l.mode = 'ShareUpdateExclusiveLock'
           and l.pid <> pg_catalog.pg_backend_pid()
           and l.database = (select d.oid from pg_catalog.pg_database d
                              where d.datname = pg_catalog.current_database()))
      select pg_catalog.format('%I.%I', n.nspname, c.relname), wn.nspname, w.relname,
             pg_catalog.current_setting('lock_timeout')
        from held h
        join pg_catalog.pg_class c on c.oid = h.relation
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       cross join lateral (select h.relation as relid
                           union select a.relid from pg_catalog.pg_partition_ancestors(c.oid) a) s
        join pg_catalog.pg_class w on w.oid = s.relid
        join pg_catalog.pg_namespace wn on wn.oid = w.relnamespace
       where c.relkind in ('r', 'p') and pg_catalog.pg_has_role(c.relowner, 'usage')
       order by c.oid
      """;

  @Override
  public Underway of(Connection connection, List<ScriptStatement> statements) throws SQLException {
    WantedTables wanted = WantedTables.of(statements.stream().map(ScriptStatement::sql).toList());
    var tables = new LinkedHashSet<String>();
    String lockTimeout = "0";
    if (!wanted.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(UNDERWAY);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (wanted.mayBe(rows.getString(2), rows.getString(3))) {
            tables.add(rows.getString(1));
            lockTimeout = rows.getString(4);
          }
        }
      }
    }
    return new Underway(List.copyOf(tables), lockTimeout);
  }

  /** LOCK and SET take no snapshot, so that the script may still choose its isolation. */
  @Override
  public void outwait(Connection connection, Underway underway, Duration atMost)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(
          "set local lock_timeout = "
              + atMost.toMillis()
              + "; lock table only "
              + String.join(", only ", underway.tables())
              + " in share update exclusive mode; set local lock_timeout = "
              + Quoting.literal(underway.lockTimeout()));
    }
  }
}
