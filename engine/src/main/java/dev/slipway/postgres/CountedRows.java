package dev.slipway.postgres;

import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsCounted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many rows the open transaction took from each table, by the server's own count of it (manual:
 * {@code pg_stat_xact_all_tables}); so it is known what functions, blocks and triggers did.
 */
final class CountedRows {

  /** Whatever else a statement begins with runs no code of users, or defines something. */
  private static final Set<String> CALLING =
      Set.of(
          "call",
          "copy",
          "delete",
          "do",
          "execute",
          "explain",
          "insert",
          "merge",
          "select",
          "truncate",
          "update",
          "values",
          "with",
          "(");

  /** What belongs to an extension is its own affair, and restored by its own means. */
  private static final String COUNTS =
      """
      select c.oid, pg_catalog.pg_stat_get_xact_tuples_updated(c.oid),
             pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid), c.relfilenode
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and c.relpersistence <> 't'
         and n.nspname not in ('slipway', 'slipway_parked', 'pg_catalog', 'information_schema')
         and not exists (select from pg_catalog.pg_depend d
                          where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                            and d.objid = c.oid and d.deptype = 'e')
      """;

  /**
   * By which triggers a table is watched: its own, and those of the tables of which it is a
   * partition, where a row that moves to another partition is removed from one of them.
   */
  private static final String WATCHED =
      """
      select coalesce(pg_catalog.string_agg(pg_catalog.right(t.tgname, 1), ''), ''),
             pg_catalog.bool_or(p.oid <> c.oid),
             pg_catalog.string_agg(pg_catalog.format('%I.%I', n.nspname, p.relname), ' ')
        from pg_catalog.pg_class c
        cross join lateral (select c.oid as relid
                             union select a.relid from pg_catalog.pg_partition_ancestors(c.oid) a) s
        join pg_catalog.pg_class p on p.oid = s.relid
        join pg_catalog.pg_namespace n on n.oid = p.relnamespace
        left join pg_catalog.pg_trigger t
          on t.tgrelid = p.oid and t.tgenabled = 'A' and t.tgname like ?
       where c.oid = ?
      """;

  private CountedRows() {}

  static boolean mayCall(String sql) {
    return CALLING.contains(Words.first(sql, 1).at(0));
  }

  static RowsCounted take(Connection connection) throws SQLException {
    Map<Long, RowsCounted.Count> tables = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNTS)) {
      while (rows.next()) {
        tables.put(
            rows.getLong(1),
            new RowsCounted.Count(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
    }
    return new RowsCounted(tables);
  }

  static Set<Long> missed(
      Connection connection, RowsCounted before, List<RowsAside> watched, int number)
      throws SQLException {
    Set<Long> taken = new HashSet<>();
    boolean isMissed = false;
    Set<String> whole =
        watched.stream()
            .filter(aside -> aside.watch().isEmpty())
            .map(aside -> Quoting.qualified(aside.table()))
            .collect(Collectors.toSet());
    for (var entry : take(connection).tables().entrySet()) {
      RowsCounted.Count was = before.tables().get(entry.getKey());
      if (was != null && !was.equals(entry.getValue())) {
        taken.add(entry.getKey());
        isMissed |= !isWatched(connection, entry.getKey(), was, entry.getValue(), number, whole);
      }
    }
    return isMissed ? taken : Set.of();
  }

  private static boolean isWatched(
      Connection connection,
      long oid,
      RowsCounted.Count was,
      RowsCounted.Count is,
      int number,
      Set<String> whole)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WATCHED)) {
      statement.setString(1, RowTriggers.prefix(number).replace("_", "\\_") + "%");
      statement.setLong(2, oid);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String sorts = row.getString(1);
        boolean isPartition = row.getBoolean(2);
        boolean isCopied = Stream.of(row.getString(3).split(" ")).anyMatch(whole::contains);
        boolean mayMove = isPartition && sorts.contains("u");
        return isCopied
            || ((is.updated() == was.updated() || sorts.contains("u"))
                && (is.deleted() == was.deleted() || sorts.contains("d") || mayMove)
                && (is.file() == was.file() || sorts.contains("t")));
      }
    }
  }
}
