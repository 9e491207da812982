package dev.slipway.postgres;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.NotNull;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Tuning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads columns with their order. The sequence of an identity column, the expression of a generated
 * one and the constraint that refuses null count as the column itself.
 *
 * <p>The server's own name of that constraint ends with {@code _not_null}, and stays when the table
 * gets another name or leaves its whole; so such a name is not compared. A table that inherits the
 * constraint has it as the other one does.
 */
final class ColumnReader implements ObjectReader {

  private static final String SQL =
      """
      select c.oid::bigint, n.nspname, c.relname, a.attname, a.attnum,
             pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
             a.attnotnull, k.oid::bigint as notnulloid,
             case when k.coninhcount = 0 and k.conname !~ '_not_null[0-9]*$'
                  then k.conname end as notnullname,
             coalesce(k.coninhcount = 0 and not k.convalidated, false) as unchecked,
             coalesce(k.connoinherit, false) as alone, a.attidentity, a.attgenerated,
             case when a.attcollation <> t.typcollation
                  then pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname)
             end as collation,
             d.oid::bigint as expressionoid,
             pg_catalog.pg_get_expr(d.adbin, d.adrelid) as expression,
             (a.attinhcount > 0 and not a.attislocal and not c.relispartition) as inherited,
             case when a.attstorage <> t.typstorage
                  then case a.attstorage when 'p' then 'plain' when 'e' then 'external'
                                         when 'm' then 'main' else 'extended' end
             end as storage,
             case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
             nullif(a.attstattarget, -1) as statistics,
             a.attoptions as options, a.attfdwoptions as foreign_options,
             s.seqrelid::bigint, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
             s.seqcycle, s.relname as seqname,
             (s.relpersistence = 'u') <> (c.relpersistence = 'u') as apart
        from pg_catalog.pg_attribute a
        join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'f')
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_type t on t.oid = a.atttypid
        left join (select * from pg_catalog.pg_constraint where contype = 'n') k
          on k.conrelid = a.attrelid and k.conkey[1] = a.attnum
        left join pg_catalog.pg_collation l
          on l.oid = a.attcollation and a.attcollation <> t.typcollation
        left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
        left join pg_catalog.pg_attrdef d
          on d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated <> ''
        left join (
          select i.refobjid, i.refobjsubid, q.*, sc.relname, sc.relpersistence
            from pg_catalog.pg_sequence q
            join pg_catalog.pg_class sc on sc.oid = q.seqrelid
            join pg_catalog.pg_depend i
              on i.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and i.objid = q.seqrelid
             and i.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and i.deptype = 'i') s
          on s.refobjid = a.attrelid and s.refobjsubid = a.attnum and a.attidentity <> ''
       where a.attnum > 0 and not a.attisdropped and %s
       order by a.attrelid, a.attnum
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    Map<ObjectId, List<String>> order = new TreeMap<>();
    SystemQuery.run(
        reading,
        SQL,
        row -> {
          if (reading.reads(row.getString("nspname"))) {
            Column column = column(row);
            if (reading.passesOver(column.id())) {
              return;
            }
            register(reading, row, column.id());
            reading.add(
                column, new Reading.Address("pg_class", row.getLong("oid"), row.getInt("attnum")));
            order
                .computeIfAbsent(column.parent(), table -> new ArrayList<>())
                .add(column.id().name());
          }
        });
    order.forEach(reading::columnsOf);
  }

  private static void register(Reading reading, ResultSet row, ObjectId id) throws SQLException {
    long expression = row.getLong("expressionoid");
    if (!row.wasNull()) {
      reading.alias(new Reading.Address("pg_attrdef", expression, 0), id);
    }
    long notNull = row.getLong("notnulloid");
    if (!row.wasNull()) {
      reading.alias(new Reading.Address("pg_constraint", notNull, 0), id);
    }
    long sequence = row.getLong("seqrelid");
    if (!row.wasNull()) {
      reading.alias(new Reading.Address("pg_class", sequence, 0), id);
    }
  }

  private static Column column(ResultSet row) throws SQLException {
    String identity = row.getString("attidentity");
    ObjectId id =
        ObjectId.of(
            Kind.COLUMN,
            row.getString("nspname"),
            row.getString("relname"),
            row.getString("attname"));
    return new Column(
        id,
        row.getString("type"),
        row.getBoolean("attnotnull"),
        row.getString("collation"),
        identity.isEmpty() || row.getObject("seqrelid") == null
            ? null
            : identity(identity, id, row),
        row.getString("expression"),
        !row.getString("attgenerated").equals("v"),
        row.getBoolean("inherited"),
        new NotNull(
            row.getString("notnullname"), row.getBoolean("unchecked"), row.getBoolean("alone")),
        tuning(row));
  }

  private static Tuning tuning(ResultSet row) throws SQLException {
    return new Tuning(
        row.getString("storage"),
        row.getString("compression"),
        SystemQuery.integer(row, "statistics"),
        SystemQuery.texts(row, "options"),
        ForeignOptions.read(row, "foreign_options"));
  }

  private static Identity identity(String kind, ObjectId column, ResultSet row)
      throws SQLException {
    String name = row.getString("seqname");
    return new Identity(
        kind.equals("a"),
        SequenceReader.options(row),
        name.equals(Column.usualSequence(column)) ? null : name,
        row.getBoolean("apart"));
  }
}
