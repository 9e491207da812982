package dev.slipway.postgres;

import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.SQLException;

/** Reads which tables inherit from which, but for partitions. */
final class InheritanceReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select i.inhrelid::bigint as heir, i.inhparent::bigint as of,
               row_number() over (partition by i.inhrelid order by i.inhseqno) as place
          from pg_catalog.pg_inherits i
          join pg_catalog.pg_class c on c.oid = i.inhrelid
         where not c.relispartition and c.relkind in ('r', 'f')
        """,
        row -> {
          ObjectId table = reading.at("pg_class", row.getLong("heir"), 0);
          ObjectId of = reading.at("pg_class", row.getLong("of"), 0);
          if (table != null && of != null && table.kind() == Kind.TABLE) {
            Inheritance inheritance = Inheritance.of(table, of, row.getInt("place"));
            reading.add(inheritance);
            reading.needs(inheritance.id(), of);
          }
        });
  }
}
