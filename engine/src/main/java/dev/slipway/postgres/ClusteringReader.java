package dev.slipway.postgres;

import dev.slipway.catalog.Clustering;
import dev.slipway.catalog.ObjectId;
import java.sql.SQLException;

/** Reads by which indexes tables are clustered. */
final class ClusteringReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select i.indexrelid::bigint as index, i.indrelid::bigint as relation
          from pg_catalog.pg_index i
         where i.indisclustered
        """,
        row -> {
          ObjectId index = reading.at("pg_class", row.getLong("index"), 0);
          ObjectId relation = reading.at("pg_class", row.getLong("relation"), 0);
          if (index != null && relation != null) {
            Clustering clustering = Clustering.of(relation, index);
            reading.add(clustering);
            reading.needs(clustering.id(), index);
          }
        });
  }
}
