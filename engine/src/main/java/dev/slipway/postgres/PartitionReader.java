package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import java.sql.SQLException;

/** Reads which tables are partitions of which. */
final class PartitionReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select i.inhrelid::bigint as part, i.inhparent::bigint as whole,
               pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bounds
          from pg_catalog.pg_inherits i
          join pg_catalog.pg_class c on c.oid = i.inhrelid
         where c.relispartition and c.relkind in ('r', 'p', 'f')
        """,
        row -> {
          ObjectId table = reading.at("pg_class", row.getLong("part"), 0);
          ObjectId of = reading.at("pg_class", row.getLong("whole"), 0);
          if (table != null && of != null && table.kind() == Kind.TABLE) {
            Partition partition = Partition.of(table, of, row.getString("bounds"));
            reading.add(partition);
            reading.needs(partition.id(), of);
          }
        });
  }
}
