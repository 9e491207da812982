package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Operator;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/**
 * Reads operators. One that is only declared, since another names it as its commutator or negator,
 * is no object of its own.
 */
final class OperatorReader implements ObjectReader {

  private static final String OPERATORS =
      """
      select o.oid::bigint as oid, n.nspname,
             o.oprname || '('
               || coalesce(pg_catalog.format_type(nullif(o.oprleft, 0), null), 'NONE') || ', '
               || pg_catalog.format_type(o.oprright, null) || ')' as signature,
             o.oprcode::text as function,
             case when c.oid is not null
                  then pg_catalog.format('operator(%%I.%%s)', cn.nspname, c.oprname)
              end as commutator,
             case when g.oid is not null
                  then pg_catalog.format('operator(%%I.%%s)', gn.nspname, g.oprname)
              end as negator,
             nullif(o.oprrest::text, '-') as restrict, nullif(o.oprjoin::text, '-') as join,
             o.oprcanhash as hashes, o.oprcanmerge as merges,
             array(select s.oid::pg_catalog.regoperator::text
                     from pg_catalog.pg_operator s
                    where s.oid in (o.oprcom, o.oprnegate) and s.oprcode = 0
                    order by s.oid = o.oprnegate) as declared
        from pg_catalog.pg_operator o
        join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
        left join pg_catalog.pg_operator c on c.oid = o.oprcom
        left join pg_catalog.pg_namespace cn on cn.oid = c.oprnamespace
        left join pg_catalog.pg_operator g on g.oid = o.oprnegate
        left join pg_catalog.pg_namespace gn on gn.oid = g.oprnamespace
       where o.oprcode <> 0 and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        OPERATORS,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new Operator(
                    ObjectId.of(Kind.OPERATOR, schema, row.getString("signature")),
                    row.getString("function"),
                    row.getString("commutator"),
                    row.getString("negator"),
                    row.getString("restrict"),
                    row.getString("join"),
                    row.getBoolean("hashes"),
                    row.getBoolean("merges"),
                    SystemQuery.texts(row, "declared")),
                new Address("pg_operator", row.getLong("oid"), 0));
          }
        });
  }
}
