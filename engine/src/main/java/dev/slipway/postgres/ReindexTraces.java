package dev.slipway.postgres;

import dev.slipway.dialect.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What an interrupted {@code reindex concurrently} leaves: invalid indexes beside those that it was
 * about, with a suffix of the server's (manual, REINDEX, Rebuilding Indexes Concurrently). It can
 * be run again.
 */
record ReindexTraces() implements PostgresLoneStatements.Traces {

  private static final String LEFT =
      """
        from pg_catalog.pg_index i
        join pg_catalog.pg_class c on c.oid = i.indexrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where not (i.indisvalid and i.indisready) and c.relname ~ '_cc(new|old)[0-9]*$'
         and n.nspname <> 'pg_toast'
         and not exists (select from pg_catalog.pg_stat_progress_create_index p
                          where p.index_relid = c.oid and p.pid <> pg_catalog.pg_backend_pid())
      """;

  @Override
  public String before(Connection connection) throws SQLException {
    return String.join(",", TraceQuery.column(connection, "select c.oid::text " + LEFT));
  }

  @Override
  public Effect effect(Connection connection, String mark) throws SQLException {
    List<String> left =
        TraceQuery.column(
            connection,
            "select pg_catalog.format('%I.%I', n.nspname, c.relname) "
                + LEFT
                + " and c.oid::text <> all (pg_catalog.string_to_array(?, ','))",
            mark);
    TraceQuery.dropIndexes(connection, left);
    return Effect.NONE;
  }
}
