package dev.slipway.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as it is among the others, read for all of them at once.
 *
 * @param oid its number in the server's catalog
 * @param schema its schema
 * @param table its name
 * @param quoted its name as SQL
 * @param columns the numbers of its columns that take values
 * @param takesRows false for one whose rows are in its partitions
 */
record Standing(
    long oid, String schema, String table, String quoted, Set<Integer> columns, boolean takesRows) {

  /** Which schemas are looked at, where {@code n} is one. */
  static final String SCHEMAS =
      "n.nspname not like 'pg\\_%' and n.nspname not in"
          + " ('information_schema', 'slipway', 'slipway_parked')";

  /**
   * What is parked and the ledger are no tables of the definition; a table whose partitions hold
   * its rows counts only where it has none.
   */
  private static final String ALL =
      """
      select c.oid, n.nspname, c.relname, pg_catalog.format('%I.%I', n.nspname, c.relname),
             (select pg_catalog.string_agg(a.attnum::text, ' ')
                from pg_catalog.pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 and a.attgenerated = '' and a.attname not like 'slipway\\_parked\\_%'),
             c.relkind = 'r'
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where (c.relkind = 'r' or c.relkind = 'p' and not exists
                (select from pg_catalog.pg_inherits i where i.inhparent = c.oid))
         and c.relpersistence <> 't' and
      """
          + SCHEMAS
          + " order by 2, 3";

  String name() {
    return schema + "." + table;
  }

  static List<Standing> all(Connection connection) throws SQLException {
    List<Standing> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ALL)) {
      while (row.next()) {
        String columns = row.getString(5);
        all.add(
            new Standing(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                columns == null
                    ? Set.of()
                    : Stream.of(columns.split(" "))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean(6)));
      }
    }
    return all;
  }
}
