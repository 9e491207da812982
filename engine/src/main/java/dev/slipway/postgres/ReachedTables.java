package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables whose rows a statement may change or remove: those that the server plans to, and those
 * that foreign keys take along.
 */
final class ReachedTables {

  private static final Set<String> PLANNED =
      Set.of("update", "delete", "insert", "merge", "with", "execute");
  private static final String TRUNCATE = "truncate";
  private static final Set<String> ONLY_TAKING = Set.of("update", "delete", TRUNCATE);
  private static final Set<String> BEHIND_NAMES =
      Set.of("restart", "continue", "cascade", "restrict");

  /**
   * Foreign keys of partitions are those of their tables; heirs have rows of their own that a
   * statement about their parent takes too. Temporary tables end with the session.
   */
  private static final String CLOSURE =
      """
      with recursive reached (oid, event) as (
        select t.oid, t.event
          from rows from (
               pg_catalog.unnest(?::pg_catalog.oid[]), pg_catalog.unnest(?::pg_catalog.text[]))
               t (oid, event)
        union
        select n.oid, n.event
          from reached r
          cross join lateral (
            select k.conrelid as oid,
                   case when r.event = 'truncate cascade' then r.event
                        when r.event = 'delete' and k.confdeltype = 'c' then 'delete'
                        when r.event = 'delete' and k.confdeltype in ('n', 'd') then 'update'
                        when r.event = 'update' and k.confupdtype in ('c', 'n', 'd') then 'update'
                   end as event
              from pg_catalog.pg_constraint k
             where k.contype = 'f' and k.conparentid = 0
               and (k.confrelid = r.oid
                    or k.confrelid in (select a.relid from pg_catalog.pg_partition_ancestors(r.oid) a)
                    or k.confrelid in (select d.relid from pg_catalog.pg_partition_tree(r.oid) d))
            union
            select i.inhrelid, r.event
              from pg_catalog.pg_inherits i
              join pg_catalog.pg_class p on p.oid = i.inhparent and p.relkind = 'r'
             where i.inhparent = r.oid and r.event <> 'truncate only'
          ) n
         where n.event is not null
      )
      select c.oid, n.nspname, c.relname,
             exists (select from pg_catalog.pg_inherits i
                      where (i.inhparent = c.oid and c.relkind = 'r')
                         or (i.inhrelid = c.oid and not c.relispartition)),
             pg_catalog.bool_or(r.event = 'update'),
             pg_catalog.bool_or(r.event = 'delete'),
             pg_catalog.bool_or(r.event like 'truncate%')
        from reached r
        join pg_catalog.pg_class c on c.oid = r.oid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and c.relpersistence <> 't'
         and n.nspname not in ('slipway', 'slipway_parked', 'pg_catalog', 'information_schema')
       group by 1, 2, 3, 4
       order by 2, 3
      """;

  private ReachedTables() {}

  /**
   * One table.
   *
   * @param oid what identifies it
   * @param table its name
   * @param isOfTree whether it has heirs or is one, and no partition
   * @param updates whether its rows may be changed
   * @param deletes whether they may be removed one by one
   * @param truncates whether all of them are removed
   */
  record Reached(
      long oid,
      ObjectId table,
      boolean isOfTree,
      boolean updates,
      boolean deletes,
      boolean truncates) {}

  static boolean mayTake(String sql) {
    String word = Words.first(sql, 1).at(0);
    return PLANNED.contains(word) || word.equals(TRUNCATE);
  }

  static boolean onlyTakes(String sql) {
    return ONLY_TAKING.contains(Words.first(sql, 1).at(0));
  }

  static List<Reached> of(Connection connection, String sql) throws SQLException {
    var names = new ArrayList<String>();
    var events = new ArrayList<String>();
    if (Words.first(sql, 1).at(0).equals(TRUNCATE)) {
      truncated(Words.of(sql), names, events);
    } else {
      planned(connection, sql, names, events);
    }
    return names.isEmpty() ? List.of() : closure(connection, names, events);
  }

  /** A table by its name; null where there is none whose rows can be copied. */
  static @Nullable Reached named(Connection connection, String name) throws SQLException {
    Long oid = oid(connection, name);
    return closure(connection, List.of(name), List.of("update")).stream()
        .filter(table -> oid != null && table.oid() == oid)
        .findFirst()
        .orElse(null);
  }

  /** {@code truncate [table] [only] name [*] [, …] [restart identity] [cascade]}. */
  private static void truncated(Words words, List<String> names, List<String> events) {
    boolean isCascade = words.list().getLast().equals("cascade");
    var name = new StringBuilder();
    boolean isOnly = false;
    for (String word : words.from(1).without("table").list()) {
      if (BEHIND_NAMES.contains(word)) {
        break;
      } else if (word.equals("only")) {
        isOnly = true;
      } else if (word.equals(",")) {
        add(name, isOnly, isCascade, names, events);
        isOnly = false;
      } else if (!word.equals("*") && !word.equals("(") && !word.equals(")")) {
        name.append(word);
      }
    }
    add(name, isOnly, isCascade, names, events);
  }

  private static void add(
      StringBuilder name,
      boolean isOnly,
      boolean isCascade,
      List<String> names,
      List<String> events) {
    names.add(name.toString());
    events.add(isCascade ? "truncate cascade" : isOnly ? "truncate only" : TRUNCATE);
    name.setLength(0);
  }

  private static void planned(
      Connection connection, String sql, List<String> names, List<String> events)
      throws SQLException {
    boolean isUpsert = Words.of(sql).find("do", "update") >= 0;
    for (RowChange change : explained(connection, sql)) {
      String name = Quoting.qualified(change.table());
      switch (change.operation()) {
        case INSERT -> {
          if (isUpsert) {
            names.add(name);
            events.add("update");
          }
        }
        case UPDATE -> {
          names.add(name);
          events.add("update");
        }
        case DELETE -> {
          names.add(name);
          events.add("delete");
        }
        case MERGE -> {
          names.addAll(List.of(name, name));
          events.addAll(List.of("update", "delete"));
        }
      }
    }
  }

  private static List<RowChange> explained(Connection connection, String sql) throws SQLException {
    String plan = plan(connection, "explain (verbose, costs off, format json) " + sql);
    return plan == null ? List.of() : ExplainedRows.of(plan);
  }

  /** About how many rows a statement takes from the tables that it names; without cascades. */
  static long estimate(Connection connection, String sql, List<Reached> reached)
      throws SQLException {
    if (!Words.first(sql, 1).at(0).equals(TRUNCATE)) {
      String plan = plan(connection, "explain (format json) " + sql);
      return plan == null ? 0 : ExplainedRows.estimate(plan);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select coalesce(pg_catalog.sum(greatest(c.reltuples, 0)), 0)::pg_catalog.int8
              from pg_catalog.pg_class c
             where c.relkind = 'r'
               and (c.oid = any (?::pg_catalog.oid[])
                    or pg_catalog.pg_partition_root(c.oid)::pg_catalog.oid = any (?::pg_catalog.oid[]))
            """)) {
      var oids = connection.createArrayOf("int8", reached.stream().map(Reached::oid).toArray());
      statement.setArray(1, oids);
      statement.setArray(2, oids);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static @Nullable String plan(Connection connection, String explained)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement explain = connection.createStatement()) {
      explain.setEscapeProcessing(false);
      try (ResultSet row = explain.executeQuery(explained)) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (state.startsWith("55") || state.startsWith("40") || state.startsWith("08")) {
        throw e;
      }
      // What can't be explained says why when it runs.
      return null;
    } finally {
      if (!connection.isClosed()) {
        connection.rollback(before);
        connection.releaseSavepoint(before);
      }
    }
  }

  private static List<Reached> closure(
      Connection connection, List<String> names, List<String> events) throws SQLException {
    var oids = new ArrayList<Long>();
    var known = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      Long oid = oid(connection, names.get(i));
      if (oid != null) {
        oids.add(oid);
        known.add(events.get(i));
      }
    }
    var reached = new ArrayList<Reached>();
    try (PreparedStatement statement = connection.prepareStatement(CLOSURE)) {
      statement.setArray(1, connection.createArrayOf("int8", oids.toArray()));
      statement.setArray(2, connection.createArrayOf("text", known.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reached.add(
              new Reached(
                  rows.getLong(1),
                  ObjectId.of(Kind.TABLE, rows.getString(2), rows.getString(3)),
                  rows.getBoolean(4),
                  rows.getBoolean(5),
                  rows.getBoolean(6),
                  rows.getBoolean(7)));
        }
      }
    }
    return reached;
  }

  static @Nullable Long oid(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_catalog.to_regclass(?)::pg_catalog.oid")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        long oid = rows.getLong(1);
        return rows.wasNull() ? null : oid;
      }
    }
  }
}
