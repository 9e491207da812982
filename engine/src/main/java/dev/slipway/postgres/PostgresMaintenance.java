package dev.slipway.postgres;

import dev.slipway.dialect.Maintenance;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Vacuum and its like: whoever has {@code SHARE UPDATE EXCLUSIVE} (manual, 13.3.1 Table-Level
 * Locks). The server ends an autovacuum only when somebody has waited for it for {@code
 * deadlock_timeout}, a second as a rule (manual, 25.1.6 The Autovacuum Daemon): whoever waits for
 * that with {@code ACCESS EXCLUSIVE} keeps all others waiting for as long.
 */
final class PostgresMaintenance implements Maintenance {

  /** What begins statements that want a table for themselves; the others are most of a load. */
  private static final Set<String> WANT = Set.of("alter", "create", "drop", "truncate", "lock");

  /** What they may be about without a table being concerned. */
  private static final Set<String> ELSEWHERE = Set.of("function", "procedure", "view", "type");

  private static final int OF_BEGINNING = 4;

  /** Who does not own a table can't lock it, and changes little of it. */
  private static final String UNDERWAY =
      """
      with held as materialized (
        select distinct l.relation
          from pg_catalog.pg_locks l
         where l.locktype = 'relation' and l.granted and l.mode = 'ShareUpdateExclusiveLock'
           and l.pid <> pg_catalog.pg_backend_pid()
           and l.database = (select d.oid from pg_catalog.pg_database d
                              where d.datname = pg_catalog.current_database()))
      select pg_catalog.format('%I.%I', n.nspname, c.relname), c.relname,
             pg_catalog.current_setting('lock_timeout')
        from held h
        join pg_catalog.pg_class c on c.oid = h.relation
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and pg_catalog.pg_has_role(c.relowner, 'usage')
       order by c.oid
      """;

  @Override
  public Underway of(Connection connection, List<ScriptStatement> statements) throws SQLException {
    List<String> texts =
        statements.stream().map(ScriptStatement::sql).filter(PostgresMaintenance::wants).toList();
    var tables = new ArrayList<String>();
    String lockTimeout = "0";
    if (!texts.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(UNDERWAY);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (isNamed(rows.getString(2), texts)) {
            tables.add(rows.getString(1));
            lockTimeout = rows.getString(3);
          }
        }
      }
    }
    return new Underway(tables, lockTimeout);
  }

  private static boolean wants(String sql) {
    List<String> words = Words.first(sql, OF_BEGINNING).list();
    return !words.isEmpty()
        && WANT.contains(words.getFirst())
        && words.stream().noneMatch(ELSEWHERE::contains);
  }

  /** By its text: a name too many is waited for in vain, and nobody behind it. */
  private static boolean isNamed(String table, List<String> texts) {
    Pattern name =
        Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(table) + "(?![\\w$])", Pattern.CASE_INSENSITIVE);
    return texts.stream().anyMatch(text -> name.matcher(text).find());
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
              + "; lock table "
              + String.join(", ", underway.tables())
              + " in share update exclusive mode; set local lock_timeout = "
              + Quoting.literal(underway.lockTimeout()));
    }
  }
}
