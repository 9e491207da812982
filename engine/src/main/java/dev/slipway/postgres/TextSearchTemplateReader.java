package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchTemplate;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads text search templates. */
final class TextSearchTemplateReader implements ObjectReader {

  private static final String TEMPLATES =
      """
      select t.oid::bigint as oid, n.nspname, t.tmplname,
             nullif(t.tmplinit::text, '-') as init, t.tmpllexize::text as lexize
        from pg_catalog.pg_ts_template t
        join pg_catalog.pg_namespace n on n.oid = t.tmplnamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        TEMPLATES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new TextSearchTemplate(
                    ObjectId.of(Kind.TEXT_SEARCH_TEMPLATE, schema, row.getString("tmplname")),
                    row.getString("init"),
                    row.getString("lexize")),
                new Address("pg_ts_template", row.getLong("oid"), 0));
          }
        });
  }
}
