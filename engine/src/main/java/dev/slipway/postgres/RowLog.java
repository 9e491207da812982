package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.RowsAside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of copies that has everything that happened to the rows of a table, until {@link
 * #conclude} leaves what it came to.
 */
final class RowLog {

  /** Whether an entry is of a row that was inserted; null once it is concluded. */
  static final String MADE = "slipway_parked_made";

  private static final String CONCLUSION = "slipway_parked_conclusion";

  /** A partition can be named by itself and by each table above it; all are watched. */
  private static final String NAMED =
      """
      select s.relid, n.nspname, c.relname,
             exists (select from pg_catalog.pg_inherits i
                      where (i.inhparent = c.oid and c.relkind = 'r')
                         or (i.inhrelid = c.oid and not c.relispartition)),
             c.relkind = 'r',
             coalesce(pg_catalog.pg_partition_root(t.oid)::pg_catalog.oid, t.oid) as root
        from pg_catalog.unnest(?::pg_catalog.oid[]) t (oid)
        cross join lateral (select t.oid as relid
                             union
                            select a.relid::pg_catalog.oid
                              from pg_catalog.pg_partition_ancestors(t.oid) a) s
        join pg_catalog.pg_class c on c.oid = s.relid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       group by 1, 2, 3, 4, 5, 6
       order by root, s.relid <> coalesce(pg_catalog.pg_partition_root(t.oid)::pg_catalog.oid, t.oid),
                2, 3
      """;

  private RowLog() {}

  static List<RowsAside> watch(Connection connection, Set<Long> tables, String label, int number)
      throws SQLException {
    Map<ObjectId, RowsAside> asides = new LinkedHashMap<>();
    ObjectId root = null;
    long rootOid = 0;
    try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
      statement.setArray(1, connection.createArrayOf("int8", tables.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ObjectId table = ObjectId.of(Kind.TABLE, rows.getString(2), rows.getString(3));
          var reached =
              new ReachedTables.Reached(
                  rows.getLong(1), table, rows.getBoolean(4), true, true, rows.getBoolean(5));
          List<RowsTable.Column> columns = RowsTable.columns(connection, reached.oid());
          if (root == null || rows.getLong(6) != rootOid) {
            root = table;
            rootOid = rows.getLong(6);
            create(connection, RowsTable.place(label, number, root), number, reached, columns);
          }
          ObjectId place = RowsTable.place(label, number, root);
          var triggers = new RowTriggers(place, reached, number, columns, true);
          triggers.create(connection);
          RowsAside earlier = asides.get(place);
          String functions =
              earlier == null ? triggers.functions() : earlier.watch() + " " + triggers.functions();
          asides.put(place, new RowsAside(place, root, number, functions));
        }
      }
    }
    return new ArrayList<>(asides.values());
  }

  private static void create(
      Connection connection,
      ObjectId place,
      int number,
      ReachedTables.Reached from,
      List<RowsTable.Column> columns)
      throws SQLException {
    RowsTable.create(connection, place, number, from, columns, false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table "
              + Quoting.qualified(place)
              + " add column if not exists "
              + MADE
              + " boolean, alter column "
              + MADE
              + " set default false");
    }
  }

  static void conclude(Connection connection, ObjectId place) throws SQLException {
    List<RowsTable> found = RowsTable.find(connection, Set.of(place.dotted()));
    if (found.isEmpty() || !isLog(connection, found.getFirst())) {
      return;
    }
    RowsTable log = found.getFirst();
    String name = Quoting.qualified(place);
    String work = Quoting.qualified(ObjectId.of(Kind.TABLE, place.schema(), CONCLUSION));
    RowsTarget target = RowsTarget.of(connection, log);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(chains(log, work));
      if (target != null && !target.key().isEmpty()) {
        statement.execute(replaced(target, work));
      }
      String same = "c.n = p." + RowsTable.ORDER;
      statement.execute(
          "delete from "
              + name
              + " p where p."
              + MADE
              + " is not null and not exists (select from "
              + work
              + " c where "
              + same
              + " and not c.made and c.was is distinct from c.is_now)");
      statement.execute(
          "update "
              + name
              + " p set "
              + MADE
              + " = null, "
              + RowsTable.GIVEN
              + " = (select pg_catalog.jsonb_object_agg(e.key, e.value) from"
              + " pg_catalog.jsonb_each(c.is_now) e"
              + " where e.value is distinct from c.was -> e.key) from "
              + work
              + " c where "
              + same);
      statement.execute("drop table " + work);
    }
  }

  /**
   * Each entry takes a row and places one. What one entry placed and another took is the same row,
   * or one alike; so entries make chains, of which the first row and the last one are left. A chain
   * that is a circle comes to nothing.
   */
  private static String chains(RowsTable log, String work) {
    return """
    create table %1$s as
    with recursive e as materialized (
      select n, made,
             case when not made then texts end as was,
             case when made then given when given is not null then texts || given end as is_now
        from (select p.%2$s as n, p.%3$s as made, p.%4$s as given, %5$s as texts
                from %6$s p where p.%3$s is not null) p),
    links as materialized (
      select a.n as a, b.n as b
        from (select n, is_now as image,
                     pg_catalog.row_number() over (partition by is_now order by n) as i
                from e where is_now is not null) a
        join (select n, was as image,
                     pg_catalog.row_number() over (partition by was order by n) as i
                from e where was is not null) b
          on b.image = a.image and b.i = a.i),
    walk as (
      select n as head, n as last from e where not exists (select from links l where l.b = e.n)
      union all
      select w.head, l.b from walk w join links l on l.a = w.last)
    select h.n, h.made, h.was, t.is_now
      from walk w
      join e h on h.n = w.head
      join e t on t.n = w.last
     where not exists (select from links l where l.a = w.last)
    """
        .formatted(
            work,
            RowsTable.ORDER,
            MADE,
            RowsTable.GIVEN,
            texts(log),
            Quoting.qualified(log.place()));
  }

  /** A row that was removed, and another one with its key that was made, is a row that changed. */
  private static String replaced(RowsTarget target, String work) {
    return """
    update %1$s c set is_now = r.is_now
      from (select d.n, m.is_now
              from (select n, %2$s as image,
                           pg_catalog.row_number() over (partition by %2$s order by n) as i
                      from %1$s where not made and is_now is null) d
              join (select is_now, %3$s as image,
                           pg_catalog.row_number() over (partition by %3$s order by n) as i
                      from %1$s where made and is_now is not null) m
                on m.image = d.image and m.i = d.i) r
     where c.n = r.n
    """
        .formatted(work, key(target, "was"), key(target, "is_now"));
  }

  private static boolean isLog(Connection connection, RowsTable table) throws SQLException {
    return RowsTable.columns(connection, table.self()).stream()
        .anyMatch(column -> column.name().equals(MADE));
  }

  private static String texts(RowsTable log) {
    return log.columns().keySet().stream()
        .map(column -> Quoting.literal(column) + ", p." + Quoting.identifier(column) + "::text")
        .collect(
            Collectors.joining(", ", "pg_catalog.jsonb_object(array[", "]::pg_catalog.text[])"));
  }

  private static String key(RowsTarget target, String image) {
    return target.key().stream()
        .map(value -> image + " -> " + Quoting.literal(value.copy()))
        .collect(Collectors.joining(", ", "pg_catalog.jsonb_build_array(", ")"));
  }
}
