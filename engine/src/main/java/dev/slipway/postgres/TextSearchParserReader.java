package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchParser;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads text search parsers. */
final class TextSearchParserReader implements ObjectReader {

  private static final String PARSERS =
      """
      select p.oid::bigint as oid, n.nspname, p.prsname, p.prsstart::text as start,
             p.prstoken::text as token, p.prsend::text as end,
             nullif(p.prsheadline::text, '-') as headline, p.prslextype::text as types
        from pg_catalog.pg_ts_parser p
        join pg_catalog.pg_namespace n on n.oid = p.prsnamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        PARSERS,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new TextSearchParser(
                    ObjectId.of(Kind.TEXT_SEARCH_PARSER, schema, row.getString("prsname")),
                    row.getString("start"),
                    row.getString("token"),
                    row.getString("end"),
                    row.getString("headline"),
                    row.getString("types")),
                new Address("pg_ts_parser", row.getLong("oid"), 0));
          }
        });
  }
}
