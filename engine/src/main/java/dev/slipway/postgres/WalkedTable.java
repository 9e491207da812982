package dev.slipway.postgres;

import dev.slipway.dialect.RowsAside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What was learned of a table that is walked in batches, and of the table of its copies.
 *
 * @param name how the statement's session knows it
 * @param aside where its rows are copied to
 * @param columns its columns that are copied
 * @param target its columns and keys beside those of the copies
 * @param version by which it is seen that either table was altered since
 */
record WalkedTable(
    String name,
    RowsAside aside,
    List<RowsTable.Column> columns,
    RowsTarget target,
    String version) {

  /**
   * Whatever alters a table, its columns or its indexes writes one of these rows anew (manual, 5.6
   * System Columns, xmin); what VACUUM and ANALYZE learn is written in place.
   */
  private static final String VERSION =
      """
      select pg_catalog.concat_ws(' ', pg_catalog.to_regclass(?)::pg_catalog.oid,
        (select pg_catalog.string_agg(c.oid || ':' || c.xmin::text, ',' order by c.oid)
           from pg_catalog.pg_class c where c.oid = any (o.both)),
        (select pg_catalog.string_agg(a.xmin::text, ',' order by a.attrelid, a.attnum)
           from pg_catalog.pg_attribute a where a.attrelid = any (o.both) and a.attnum > 0),
        (select pg_catalog.string_agg(i.indexrelid || ':' || i.xmin::text, ',' order by i.indexrelid)
           from pg_catalog.pg_index i where i.indrelid = any (o.both)),
        (select pg_catalog.count(*) from pg_catalog.pg_inherits h
          where h.inhparent = any (o.both) or h.inhrelid = any (o.both)))
        from (select array[?, ?]::pg_catalog.oid[] as both) o
      """;

  static WalkedTable of(
      Connection connection,
      String name,
      RowsAside aside,
      List<RowsTable.Column> columns,
      RowsTarget target)
      throws SQLException {
    return new WalkedTable(
        name, aside, List.copyOf(columns), target, version(connection, name, target));
  }

  /** Whether a name is still that of the table, and neither table was altered. */
  boolean isSame(Connection connection, String now) throws SQLException {
    return version(connection, now, target).equals(version);
  }

  private static String version(Connection connection, String name, RowsTarget target)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(VERSION)) {
      statement.setString(1, name);
      statement.setLong(2, target.oid());
      statement.setLong(3, target.copies().self());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
