package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.Language;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads the procedural languages that neither the server nor an extension brought. */
final class LanguageReader implements ObjectReader {

  private static final String LANGUAGES =
      """
      select l.oid::bigint as oid, l.lanname, l.lanpltrusted as is_trusted,
             l.lanplcallfoid::pg_catalog.regproc::text as handler,
             nullif(l.laninline::pg_catalog.regproc::text, '-') as inline,
             nullif(l.lanvalidator::pg_catalog.regproc::text, '-') as validator
        from pg_catalog.pg_language l
       where l.oid >= %d and l.lanispl
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        LANGUAGES,
        row ->
            reading.add(
                new Language(
                    ObjectId.of(Kind.LANGUAGE, row.getString("lanname")),
                    row.getBoolean("is_trusted"),
                    row.getString("handler"),
                    row.getString("inline"),
                    row.getString("validator")),
                new Address("pg_language", row.getLong("oid"), 0)));
  }
}
