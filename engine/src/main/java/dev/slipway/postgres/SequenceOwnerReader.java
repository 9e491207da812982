package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.dialect.Compared;
import java.sql.SQLException;

/** Reads which sequence belongs to which column. */
final class SequenceOwnerReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    boolean compares = reading.scope().compares(Compared.OWNERS);
    SystemQuery.run(
        reading,
        """
        select d.objid::bigint, d.refobjid::bigint, d.refobjsubid,
               nullif(pg_catalog.pg_get_userbyid(t.relowner), current_user) as role
          from pg_catalog.pg_depend d
          join pg_catalog.pg_sequence s on s.seqrelid = d.objid
          join pg_catalog.pg_class t on t.oid = d.refobjid
         where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
           and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
           and d.deptype = 'a' and d.refobjsubid > 0
        """,
        row -> {
          ObjectId sequence = reading.at("pg_class", row.getLong("objid"), 0);
          ObjectId column =
              reading.at("pg_class", row.getLong("refobjid"), row.getInt("refobjsubid"));
          if (sequence != null && column != null) {
            SequenceOwner owner =
                SequenceOwner.of(sequence, column, compares ? row.getString("role") : null);
            reading.add(owner);
            reading.needs(owner.id(), column);
            reading.needs(owner.id(), ObjectId.about(Kind.OWNER, Tables.of(column)));
          }
        });
  }
}
