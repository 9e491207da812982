package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.CopiedTable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables whose rows are copied: partitions, but not what is above them; of extensions only what
 * they say is the user's (manual, 38.17.3 Extension Configuration Tables).
 */
final class CopiedTables {

  private static final String SQL =
      """
      select n.nspname, c.relname, x.condition,
             pg_catalog.pg_table_size(c.oid) as bytes,
             pg_catalog.pg_relation_size(c.oid)
               / pg_catalog.current_setting('block_size')::bigint as blocks,
             array(select a.attname from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0
                      and not a.attisdropped and a.attgenerated = ''
                    order by a.attnum)::pg_catalog.text[] as columns
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join (
          select k.oid, e.extcondition[k.n] as condition
            from pg_catalog.pg_extension e,
                 unnest(e.extconfig) with ordinality k(oid, n)) x on x.oid = c.oid
       where c.relkind = 'r' and c.relpersistence <> 't'
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and (x.oid is not null
              or not exists (
                   select from pg_catalog.pg_depend d
                    where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                      and d.objid = c.oid and d.deptype = 'e'))
       order by bytes desc, 1, 2
      """;

  private CopiedTables() {}

  static List<CopiedTable> of(Connection connection, long pieceBytes) throws SQLException {
    List<CopiedTable> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      while (rows.next()) {
        ObjectId id = ObjectId.of(Kind.TABLE, rows.getString("nspname"), rows.getString("relname"));
        Array array = rows.getArray("columns");
        List<String> columns = List.of((String[]) array.getArray());
        long bytes = rows.getLong("bytes");
        List<String> pieces =
            pieces(
                id,
                columns,
                rows.getString("condition"),
                rows.getLong("blocks"),
                Math.ceilDiv(bytes, pieceBytes));
        tables.add(new CopiedTable(id, columns, bytes, pieces));
      }
    }
    return tables;
  }

  private static List<String> pieces(
      ObjectId id, List<String> columns, @Nullable String condition, long blocks, long wanted) {
    String names = columns.isEmpty() ? "" : Quoting.identifiers(columns);
    String from = " from only " + Quoting.qualified(id);
    if (condition != null && !condition.isBlank()) {
      return List.of("copy (select " + names + from + " " + condition + ") to stdout");
    }
    if (wanted <= 1 || columns.isEmpty()) {
      String list = names.isEmpty() ? "" : " (" + names + ")";
      return List.of("copy " + Quoting.qualified(id) + list + " to stdout");
    }
    List<String> pieces = new ArrayList<>();
    long step = Math.max(1, Math.ceilDiv(blocks, wanted));
    for (long from0 = 0; from0 < blocks; from0 += step) {
      // the last one has no end, since the file may have grown since it was measured
      String end = from0 + step < blocks ? " and ctid < '(" + (from0 + step) + ",0)'" : "";
      pieces.add(
          "copy (select "
              + names
              + from
              + " where ctid >= '("
              + from0
              + ",0)'"
              + end
              + ") to stdout");
    }
    return pieces;
  }
}
