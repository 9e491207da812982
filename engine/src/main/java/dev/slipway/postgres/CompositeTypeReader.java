package dev.slipway.postgres;

import dev.slipway.catalog.CompositeType;
import dev.slipway.catalog.CompositeType.Attribute;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads composite types, which the server keeps as a type and as a relation with columns; a use of
 * the array type counts as one of the type itself.
 */
final class CompositeTypeReader implements ObjectReader {

  private static final String ATTRIBUTES =
      """
      select c.oid::bigint as relation_oid, t.oid::bigint as oid, t.typarray::bigint as array_oid,
             n.nspname, c.relname, a.attname,
             pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
             case when a.attcollation <> at.typcollation
                  then pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname)
             end as collation
        from pg_catalog.pg_class c
        join pg_catalog.pg_type t on t.oid = c.reltype
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join pg_catalog.pg_attribute a
          on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_catalog.pg_type at on at.oid = a.atttypid
        left join pg_catalog.pg_collation l on l.oid = a.attcollation
        left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
       where c.relkind = 'c' and %s
       order by c.oid, a.attnum
      """
          .formatted(SystemQuery.USER_SCHEMA);

  /** The oids under which a type is known: its own, that of its arrays, that of its relation. */
  private record Oids(long type, long array, long relation) {}

  @Override
  public void read(Reading reading) throws SQLException {
    Map<ObjectId, Oids> oids = new LinkedHashMap<>();
    Map<ObjectId, List<Attribute>> attributes = new LinkedHashMap<>();
    SystemQuery.run(
        reading,
        ATTRIBUTES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            var id = ObjectId.of(Kind.COMPOSITE_TYPE, schema, row.getString("relname"));
            oids.put(
                id,
                new Oids(
                    row.getLong("oid"), row.getLong("array_oid"), row.getLong("relation_oid")));
            List<Attribute> known = attributes.computeIfAbsent(id, key -> new ArrayList<>());
            String name = row.getString("attname");
            if (name != null) {
              known.add(new Attribute(name, row.getString("type"), row.getString("collation")));
            }
          }
        });
    oids.forEach((id, known) ->
        reading.addType(
            new CompositeType(id, attributes.getOrDefault(id, List.of())),
            known.type(),
            List.of(
                new Address("pg_type", known.array(), 0),
                new Address("pg_class", known.relation(), 0))));
  }
}
