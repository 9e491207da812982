package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SecurityLabel;
import java.sql.SQLException;

/**
 * Reads the security labels of everything that was read before. Those of databases, roles and
 * subscriptions belong to the whole server (pg_shseclabel), and those of large objects to data.
 *
 * <p>The user may leave labels out, since a shadow without their provider can't give them.
 */
final class SecurityLabelReader implements ObjectReader {

  private static final String LABELS =
      """
      select l.classoid::pg_catalog.regclass::text as catalog, l.objoid::bigint as oid,
             l.objsubid as number, l.provider, l.label, a.attname
        from pg_catalog.pg_seclabel l
        left join pg_catalog.pg_attribute a
          on l.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and l.objsubid > 0
         and a.attrelid = l.objoid and a.attnum = l.objsubid
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        LABELS,
        row -> {
          String catalog = row.getString("catalog");
          int number = row.getInt("number");
          ObjectId on = reading.at(catalog, row.getLong("oid"), number);
          if (on == null || !PostgresRenderer.isKeptIn(catalog, number > 0, on.kind())) {
            return;
          }
          String provider = row.getString("provider");
          ObjectId id =
              number > 0 && on.kind() != Kind.COLUMN
                  ? Said.aboutViewColumn(
                      Kind.SECURITY_LABEL, on, row.getString("attname"), provider)
                  : ObjectId.about(Kind.SECURITY_LABEL, on, provider);
          if (reading.scope().allowed().contains(id.toString())) {
            reading.leftOut(id.toString());
          } else {
            reading.add(new SecurityLabel(id, on, provider, row.getString("label")));
          }
        });
  }
}
