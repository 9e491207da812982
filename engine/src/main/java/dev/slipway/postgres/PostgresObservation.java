package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Observation;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.Sight;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.RowChange;
import dev.slipway.plan.Trial;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Watches a session of PostgreSQL by its locks, its statistics and where tables are stored. */
final class PostgresObservation implements Observation {

  /**
   * Statistics of the own transaction are exact and there at once (manual, 27.2.2 Viewing
   * Statistics); outside of a transaction there are none. How often a table was vacuumed is written
   * at once by {@code VACUUM} itself.
   */
  private static final String RELATIONS =
      """
      select c.oid, c.relkind, n.nspname, c.relname, c.relfilenode, c.reltablespace,
             tn.nspname, t.relname, t.relkind, pg_catalog.pg_stat_get_xact_numscans(c.oid),
             coalesce(pg_catalog.pg_stat_get_vacuum_count(c.oid), 0)
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_index i on i.indexrelid = c.oid
      left join pg_catalog.pg_class t on t.oid = i.indrelid
      left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
      where c.relkind in ('r', 'p', 'm', 'v', 'f', 'S', 'i', 'I') and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  private static final String LOCKS =
      """
      select l.relation, l.mode from pg_catalog.pg_locks l
      where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'relation' and l.granted
        and l.database = (select d.oid from pg_catalog.pg_database d
                          where d.datname = pg_catalog.current_database())
      """;

  private static final String SESSION =
      """
      select (select coalesce(pg_catalog.sum(s.n_tup_ins + s.n_tup_upd + s.n_tup_del), 0)
              from pg_catalog.pg_stat_xact_sys_tables s where s.schemaname = 'pg_catalog'),
             pg_catalog.current_setting('lock_timeout') <> '0'
      """;

  private static final String NAMES =
      """
      select 'relation:' || c.oid, c.relkind::text, n.nspname, c.relname, null
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm', 'v', 'f') and %1$s
      union all
      select 'column:' || c.oid || ':' || a.attnum, 'column', n.nspname, c.relname, a.attname
      from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'f') and a.attnum > 0 and not a.attisdropped and %1$s
      union all
      select 'schema:' || n.oid, 'schema', n.nspname, null, null
      from pg_catalog.pg_namespace n where %1$s
      union all
      select 'value:' || e.oid, 'enum', n.nspname, t.typname, e.enumlabel
      from pg_catalog.pg_enum e join pg_catalog.pg_type t on t.oid = e.enumtypid
      join pg_catalog.pg_namespace n on n.oid = t.typnamespace where %1$s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  /** How statements begin that can change rows. */
  private static final Set<String> OF_ROWS =
      Set.of("update", "delete", "insert", "merge", "with", "execute");

  @Override
  public Sight look(Connection connection) throws SQLException {
    Map<Long, Sight.Relation> relations = new HashMap<>();
    List<Sight.Held> locks = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      // First, since looking takes locks of its own.
      try (ResultSet row = statement.executeQuery(LOCKS)) {
        while (row.next()) {
          locks.add(new Sight.Held(row.getLong(1), mode(row.getString(2))));
        }
      }
      try (ResultSet row = statement.executeQuery(RELATIONS)) {
        while (row.next()) {
          relations.put(row.getLong(1), relation(row));
        }
      }
      try (ResultSet row = statement.executeQuery(SESSION)) {
        row.next();
        return new Sight(relations, locks, row.getLong(1), row.getBoolean(2));
      }
    }
  }

  private static Sight.Relation relation(ResultSet row) throws SQLException {
    String kind = row.getString(2);
    String table = row.getString(8);
    boolean isIndex = kind.equals("i") || kind.equals("I");
    return new Sight.Relation(
        ObjectId.of(kind(kind), row.getString(3), row.getString(4)),
        isIndex && table != null
            ? ObjectId.of(kind(row.getString(9)), row.getString(7), table)
            : null,
        row.getLong(5),
        row.getLong(6),
        row.getLong(10),
        row.getLong(11));
  }

  private static Kind kind(String relkind) {
    return switch (relkind) {
      case "r", "p", "f" -> Kind.TABLE;
      case "m", "v" -> Kind.VIEW;
      case "S" -> Kind.SEQUENCE;
      case "i", "I" -> Kind.INDEX;
      default -> throw new IllegalStateException("the kind of relation " + relkind);
    };
  }

  /** {@code AccessExclusiveLock} is {@link LockMode#ACCESS_EXCLUSIVE}. */
  private static LockMode mode(String name) {
    String words =
        name.substring(0, name.length() - "Lock".length()).replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
  }

  @Override
  public Map<String, Named> names(Connection connection) throws SQLException {
    Map<String, Named> names = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NAMES)) {
      while (row.next()) {
        names.put(row.getString(1), named(row));
      }
    }
    return names;
  }

  private static Named named(ResultSet row) throws SQLException {
    String schema = row.getString(3);
    String name = row.getString(4);
    String part = row.getString(5);
    return switch (row.getString(2)) {
      case "schema" -> new Named(ObjectId.of(Kind.SCHEMA, schema), "");
      case "enum" -> new Named(ObjectId.of(Kind.ENUM, schema, name), part);
      case "column" -> new Named(ObjectId.of(Kind.COLUMN, schema, name, part), "");
      default -> new Named(ObjectId.of(kind(row.getString(2)), schema, name), "");
    };
  }

  @Override
  public Seen read(Connection connection, Scope scope) throws SQLException {
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
      try {
        return readWithin(connection, scope);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    Savepoint before = connection.setSavepoint();
    try {
      return readWithin(connection, scope);
    } finally {
      connection.rollback(before);
      connection.releaseSavepoint(before);
    }
  }

  private Seen readWithin(Connection connection, Scope scope) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local session authorization default; set local role to default");
    }
    Catalog catalog = Introspector.read(connection, scope);
    return new Seen(catalog, names(connection));
  }

  @Override
  public void listen(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local client_min_messages = notice");
      }
    }
  }

  @Override
  public boolean fails(
      Connection connection, List<ScriptStatement> earlier, ScriptStatement tried, Trial trial)
      throws SQLException {
    if (connection.getAutoCommit()) {
      return trial == Trial.AGAIN && refuses(connection, tried.sql());
    }
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      switch (trial) {
        case AGAIN -> {}
        case WITHOUT_SEARCH_PATH -> statement.execute("set local search_path = ''");
        case WITHOUT_END -> {
          return isUnlimited(statement);
        }
      }
      for (ScriptStatement each : earlier) {
        Savepoint behind = connection.setSavepoint();
        if (refuses(connection, each.sql())) {
          connection.rollback(behind);
        }
      }
      statement.execute(tried.sql());
      return false;
    } catch (SQLException e) {
      return true;
    } finally {
      connection.rollback(before);
      connection.releaseSavepoint(before);
    }
  }

  private static boolean isUnlimited(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select pg_catalog.current_setting('statement_timeout') = '0'")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static boolean refuses(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public List<RowChange> rowChanges(Connection connection, ScriptStatement statement)
      throws SQLException {
    if (!OF_ROWS.contains(Words.first(statement.sql(), 1).at(0)) || connection.getAutoCommit()) {
      return List.of();
    }
    Savepoint before = connection.setSavepoint();
    try (Statement explain = connection.createStatement()) {
      explain.setEscapeProcessing(false);
      try (ResultSet row =
          explain.executeQuery("explain (verbose, costs off, format json) " + statement.sql())) {
        row.next();
        return ExplainedRows.of(String.valueOf(row.getString(1)));
      }
    } catch (SQLException e) {
      // What can't be explained says why when it runs.
      return List.of();
    } finally {
      connection.rollback(before);
      connection.releaseSavepoint(before);
    }
  }
}
