package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchDictionary;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads text search dictionaries. */
final class TextSearchDictionaryReader implements ObjectReader {

  private static final String DICTIONARIES =
      """
      select d.oid::bigint as oid, n.nspname, d.dictname,
             pg_catalog.format('%%I.%%I', tn.nspname, t.tmplname) as template,
             d.dictinitoption as options
        from pg_catalog.pg_ts_dict d
        join pg_catalog.pg_namespace n on n.oid = d.dictnamespace
        join pg_catalog.pg_ts_template t on t.oid = d.dicttemplate
        join pg_catalog.pg_namespace tn on tn.oid = t.tmplnamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        DICTIONARIES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            @Nullable String options = row.getString("options");
            reading.add(
                new TextSearchDictionary(
                    ObjectId.of(Kind.TEXT_SEARCH_DICTIONARY, schema, row.getString("dictname")),
                    row.getString("template"),
                    options == null ? List.of() : Printed.split(options)),
                new Address("pg_ts_dict", row.getLong("oid"), 0));
          }
        });
  }
}
