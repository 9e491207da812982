package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.RangeType;
import dev.slipway.postgres.Reading.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads range types. What the server makes of one by itself counts as the type: the types of its
 * arrays, its multirange type, and the functions that build their values.
 */
final class RangeTypeReader implements ObjectReader {

  private static final String RANGES =
      """
      select t.oid::bigint as oid, t.typarray::bigint as array_oid, n.nspname, t.typname,
             m.oid::bigint as multirange_oid, m.typarray::bigint as multirange_array_oid,
             pg_catalog.format_type(r.rngsubtype, null) as subtype,
             case when not o.opcdefault
                  then pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(o.opcname)
             end as operator_class,
             case when r.rngcollation <> s.typcollation
                  then pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname)
             end as collation,
             pg_catalog.quote_ident(dn.nspname) || '.' || pg_catalog.quote_ident(d.proname)
               as difference,
             pg_catalog.quote_ident(mn.nspname) || '.' || pg_catalog.quote_ident(m.typname)
               as multirange,
             array(select f.objid::bigint
                     from pg_catalog.pg_depend f
                    where f.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                      and f.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
                      and f.refobjid in (t.oid, m.oid) and f.deptype = 'i') as functions
        from pg_catalog.pg_range r
        join pg_catalog.pg_type t on t.oid = r.rngtypid
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        join pg_catalog.pg_type m on m.oid = r.rngmultitypid
        join pg_catalog.pg_namespace mn on mn.oid = m.typnamespace
        join pg_catalog.pg_type s on s.oid = r.rngsubtype
        join pg_catalog.pg_opclass o on o.oid = r.rngsubopc
        join pg_catalog.pg_namespace pn on pn.oid = o.opcnamespace
        left join pg_catalog.pg_collation l on l.oid = r.rngcollation
        left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
        left join pg_catalog.pg_proc d on d.oid = r.rngsubdiff
        left join pg_catalog.pg_namespace dn on dn.oid = d.pronamespace
       where r.rngcanonical = 0 and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        RANGES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.addType(
                new RangeType(
                    ObjectId.of(Kind.RANGE_TYPE, schema, row.getString("typname")),
                    row.getString("subtype"),
                    row.getString("operator_class"),
                    row.getString("collation"),
                    row.getString("difference"),
                    row.getString("multirange")),
                row.getLong("oid"),
                further(row));
          }
        });
  }

  private static List<Address> further(ResultSet row) throws SQLException {
    var further = new ArrayList<Address>();
    for (String type : List.of("array_oid", "multirange_oid", "multirange_array_oid")) {
      further.add(new Address("pg_type", row.getLong(type), 0));
    }
    for (Object function : (Object[]) row.getArray("functions").getArray()) {
      further.add(new Address("pg_proc", (Long) function, 0));
    }
    return further;
  }
}
