package dev.slipway.postgres;

import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.SQLException;

/** Reads which indexes are the parts of partitioned ones. */
final class IndexPartitionReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select i.inhrelid::bigint as part, i.inhparent::bigint as whole, x.indrelid::bigint as relation
          from pg_catalog.pg_inherits i
          join pg_catalog.pg_index x on x.indexrelid = i.inhrelid
        """,
        row -> {
          ObjectId part = reading.at("pg_class", row.getLong("part"), 0);
          ObjectId whole = reading.at("pg_class", row.getLong("whole"), 0);
          ObjectId table = reading.at("pg_class", row.getLong("relation"), 0);
          if (part != null && whole != null && table != null) {
            IndexPartition partition = IndexPartition.of(part, whole);
            reading.add(partition);
            reading.needs(partition.id(), whole);
            reading.needs(partition.id(), ObjectId.about(Kind.PARTITION, table));
          }
        });
  }
}
