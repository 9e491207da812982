package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Scope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The partitions that others made, found before anything else is read; they count as left out. */
final class LeftOutPartitions {

  private static final String ANCESTORS =
      """
      with recursive above(partition, whole) as (
        select i.inhrelid, i.inhparent
          from pg_catalog.pg_inherits i
          join pg_catalog.pg_class c on c.oid = i.inhrelid
         where c.relispartition and c.relkind in ('r', 'p', 'f')
        union all
        select a.partition, i.inhparent
          from above a
          join pg_catalog.pg_inherits i on i.inhrelid = a.whole
          join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relispartition)
      select pn.nspname, p.relname, wn.nspname, w.relname
        from above a
        join pg_catalog.pg_class p on p.oid = a.partition
        join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
        join pg_catalog.pg_class w on w.oid = a.whole
        join pg_catalog.pg_namespace wn on wn.oid = w.relnamespace
      """;

  private LeftOutPartitions() {}

  /** The scope with the partitions that are found to be somebody else's. */
  static Scope find(Connection connection, Scope scope) throws SQLException {
    if (!scope.partitions().mayLeaveOut()) {
      return scope;
    }
    Map<ObjectId, List<ObjectId>> above = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ANCESTORS)) {
      while (row.next()) {
        above.computeIfAbsent(table(row, 1), key -> new ArrayList<>()).add(table(row, 3));
      }
    }
    Set<ObjectId> found = new HashSet<>();
    above.forEach((partition, tables) -> {
      if (scope.partitions().leaveOut(partition, tables)) {
        found.add(partition);
      }
    });
    return scope.plus(Set.of(), found);
  }

  private static ObjectId table(ResultSet row, int first) throws SQLException {
    return ObjectId.of(Kind.TABLE, row.getString(first), row.getString(first + 1));
  }
}
