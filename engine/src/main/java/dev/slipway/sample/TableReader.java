package dev.slipway.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what rows of tables must be like, of many tables at once. Not thread-safe. */
final class TableReader {

  private static final String COLUMNS =
      """
      select a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, not a.attnotnull
        from pg_catalog.pg_attribute a
       where a.attrelid = any (?) and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and a.attname not like 'slipway\\_parked\\_%'
       order by a.attrelid, a.attnum
      """;

  /** Checks have their condition; keys and exclusions are about columns alone. */
  private static final String CONSTRAINTS =
      """
      select k.conrelid, k.conname,
             case k.contype when 'c' then pg_catalog.pg_get_constraintdef(k.oid) else '' end,
             k.conkey
        from pg_catalog.pg_constraint k
       where k.conrelid = any (?) and k.contype in ('c', 'p', 'u', 'x')
      union all
      select i.indrelid, c.relname, coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), ''),
             array(select d.refobjsubid::smallint from pg_catalog.pg_depend d
                    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = i.indexrelid
                      and d.refobjid = i.indrelid and d.refobjsubid > 0)
        from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
       where i.indrelid = any (?) and i.indisunique
       order by 1, 2, 3
      """;

  /**
   * The bounds of a partition, with those of what it is a partition of, but for the numbers of
   * tables, which are others each time.
   */
  private static final String BOUNDS =
      """
      with recursive above as (
        select c.oid as leaf, i.inhparent as parent
          from pg_catalog.pg_class c join pg_catalog.pg_inherits i on i.inhrelid = c.oid
         where c.oid = any (?) and c.relispartition
        union all
        select a.leaf, i.inhparent from above a
          join pg_catalog.pg_inherits i on i.inhrelid = a.parent
          join pg_catalog.pg_class c on c.oid = a.parent and c.relispartition)
      select a.leaf, '',
             pg_catalog.regexp_replace(
               pg_catalog.pg_get_partition_constraintdef(a.leaf), '''[0-9]+''::oid', '', 'g'),
             array(select l.attnum from above b
                     join pg_catalog.pg_partitioned_table p on p.partrelid = b.parent
                     join pg_catalog.pg_attribute u
                       on u.attrelid = b.parent and u.attnum = any (p.partattrs::int2[])
                     join pg_catalog.pg_attribute l
                       on l.attrelid = b.leaf and l.attname = u.attname
                    where b.leaf = a.leaf)
        from above a group by a.leaf
      """;

  private static final String FOREIGN_KEYS =
      """
      select k.conrelid, k.conname, k.conkey, k.confrelid,
             pg_catalog.format('%I.%I', n.nspname, c.relname),
             array(select pg_catalog.quote_ident(a.attname)
                     from pg_catalog.unnest(k.confkey) with ordinality as f (number, place)
                     join pg_catalog.pg_attribute a
                       on a.attrelid = k.confrelid and a.attnum = f.number
                    order by f.place)
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_class c on c.oid = k.confrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where k.conrelid = any (?) and k.contype = 'f'
         and (k.conparentid = 0 or not exists
                (select from pg_catalog.pg_constraint o
                  where o.oid = k.conparentid and o.conrelid = k.conrelid))
       order by k.conrelid, k.conname
      """;

  private final Connection connection;
  private final TypeReader types;

  TableReader(Connection connection) {
    this.connection = connection;
    this.types = new TypeReader(connection);
  }

  /** The tables by their number, in the order they are given. */
  Map<Long, SampleTable> read(Collection<Standing> wanted) throws SQLException {
    Map<Long, SampleTable> tables = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return tables;
    }
    types.forget();
    Long[] oids = wanted.stream().map(Standing::oid).toArray(Long[]::new);
    Map<Long, List<SampleColumn>> columns = columns(oids);
    Map<Long, List<Demand>> demands = new HashMap<>();
    demands(CONSTRAINTS, oids, demands);
    demands(BOUNDS, oids, demands);
    Map<Long, List<ForeignKey>> foreignKeys = foreignKeys(oids);
    for (Standing table : wanted) {
      tables.put(
          table.oid(),
          new SampleTable(
              table.oid(),
              table.name(),
              table.quoted(),
              columns.getOrDefault(table.oid(), List.of()),
              demands.getOrDefault(table.oid(), List.of()),
              foreignKeys.getOrDefault(table.oid(), List.of())));
    }
    return tables;
  }

  private Map<Long, List<SampleColumn>> columns(Long[] oids) throws SQLException {
    record Raw(long table, int number, String name, long type, int typmod, boolean mayBeNull) {}
    List<Raw> raws = new ArrayList<>();
    try (PreparedStatement statement = prepared(COLUMNS, oids);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        raws.add(
            new Raw(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getLong(4),
                row.getInt(5),
                row.getBoolean(6)));
      }
    }
    Map<Long, List<SampleColumn>> columns = new HashMap<>();
    for (Raw raw : raws) {
      columns
          .computeIfAbsent(raw.table, key -> new ArrayList<>())
          .add(
              new SampleColumn(
                  raw.number, raw.name, types.read(raw.type, -1), raw.typmod, raw.mayBeNull));
    }
    return columns;
  }

  private void demands(String sql, Long[] oids, Map<Long, List<Demand>> demands)
      throws SQLException {
    try (PreparedStatement statement = prepared(sql, oids);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        demands
            .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
            .add(
                new Demand(
                    row.getString(2),
                    numbers(row, 4),
                    Literals.of(String.valueOf(row.getString(3)))));
      }
    }
  }

  private Map<Long, List<ForeignKey>> foreignKeys(Long[] oids) throws SQLException {
    Map<Long, List<ForeignKey>> keys = new HashMap<>();
    try (PreparedStatement statement = prepared(FOREIGN_KEYS, oids);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        List<Integer> columns = new ArrayList<>();
        for (Object number : (Object[]) row.getArray(3).getArray()) {
          columns.add(((Number) number).intValue());
        }
        keys.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
            .add(
                new ForeignKey(
                    row.getString(2),
                    columns,
                    row.getLong(4),
                    row.getString(5),
                    List.of((String[]) row.getArray(6).getArray())));
      }
    }
    return keys;
  }

  private static Set<Integer> numbers(ResultSet row, int column) throws SQLException {
    java.sql.Array array = row.getArray(column);
    Set<Integer> numbers = new java.util.TreeSet<>();
    if (array != null) {
      for (Object number : (Object[]) array.getArray()) {
        numbers.add(((Number) number).intValue());
      }
    }
    return numbers;
  }

  private PreparedStatement prepared(String sql, Long[] oids) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    java.sql.Array array = connection.createArrayOf("oid", oids);
    long parameters = sql.chars().filter(letter -> letter == '?').count();
    for (int i = 1; i <= parameters; i++) {
      statement.setArray(i, array);
    }
    return statement;
  }
}
