package dev.slipway.postgres;

import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SecurityLabel;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

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
          String provider = row.getString("provider");
          ObjectId id = on == null ? null : id(on, catalog, number, row, provider);
          if (on == null || id == null) {
            return;
          }
          if (reading.scope().allowed().contains(id.toString())) {
            reading.leftOut(id.toString());
          } else {
            reading.add(new SecurityLabel(id, on, provider, row.getString("label")));
          }
        });
  }

  /** Null where the label is that of something else which the object holds or owns. */
  private static @Nullable ObjectId id(
      ObjectId on, String catalog, int number, ResultSet row, String provider) throws SQLException {
    if (IdentitySequence.isAt(catalog, number, on)) {
      return Identity.aboutSequence(Kind.SECURITY_LABEL, on, provider);
    }
    if (!PostgresRenderer.isKeptIn(catalog, number > 0, on.kind())) {
      return null;
    }
    return number > 0 && on.kind() != Kind.COLUMN
        ? Said.aboutViewColumn(Kind.SECURITY_LABEL, on, row.getString("attname"), provider)
        : ObjectId.about(Kind.SECURITY_LABEL, on, provider);
  }
}
