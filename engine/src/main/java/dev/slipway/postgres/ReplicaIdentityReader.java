package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.ReplicaIdentity;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads replica identities that are not the primary key. */
final class ReplicaIdentityReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select n.nspname, c.relname, c.relreplident, x.relname as index, x.oid::bigint as indexoid
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          left join pg_catalog.pg_index i
            on i.indrelid = c.oid and i.indisreplident and c.relreplident = 'i'
          left join pg_catalog.pg_class x on x.oid = i.indexrelid
         where c.relkind in ('r', 'p') and c.relreplident <> 'd' and %s
        """
            .formatted(SystemQuery.USER_SCHEMA),
        row -> {
          String schema = row.getString("nspname");
          if (!reading.reads(schema)) {
            return;
          }
          ObjectId table = ObjectId.of(Kind.TABLE, schema, row.getString("relname"));
          String index = row.getString("index");
          ReplicaIdentity identity =
              ReplicaIdentity.of(table, mode(row.getString("relreplident"), index), index);
          reading.add(identity);
          ObjectId needed = reading.at("pg_class", row.getLong("indexoid"), 0);
          if (index != null && needed != null) {
            reading.needs(identity.id(), needed);
          }
        });
  }

  /** An index that was dropped since identifies no row any more. */
  private static ReplicaIdentity.Mode mode(String code, @Nullable String index) {
    if (code.equals("f")) {
      return ReplicaIdentity.Mode.FULL;
    }
    return code.equals("i") && index != null
        ? ReplicaIdentity.Mode.INDEX
        : ReplicaIdentity.Mode.NOTHING;
  }
}
