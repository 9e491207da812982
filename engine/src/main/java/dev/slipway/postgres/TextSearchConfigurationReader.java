package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.TextSearchConfiguration;
import dev.slipway.catalog.TextSearchConfiguration.Mapping;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads text search configurations with their mappings. */
final class TextSearchConfigurationReader implements ObjectReader {

  private static final String CONFIGURATIONS =
      """
      select c.oid::bigint as oid, n.nspname, c.cfgname,
             pg_catalog.format('%%I.%%I', pn.nspname, p.prsname) as parser
        from pg_catalog.pg_ts_config c
        join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
        join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
        join pg_catalog.pg_namespace pn on pn.oid = p.prsnamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  private static final String MAPPINGS =
      """
      with configuration as (
        select c.oid, c.cfgparser
          from pg_catalog.pg_ts_config c
          join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
         where %s),
      token as (
        select p.cfgparser, t.tokid, t.alias
          from (select distinct cfgparser from configuration) p
         cross join lateral pg_catalog.ts_token_type(p.cfgparser) t)
      select c.oid::bigint as oid, t.alias,
             array_agg(pg_catalog.format('%%I.%%I', dn.nspname, d.dictname) order by m.mapseqno)
               as dictionaries
        from configuration c
        join pg_catalog.pg_ts_config_map m on m.mapcfg = c.oid
        join token t on t.cfgparser = c.cfgparser and t.tokid = m.maptokentype
        join pg_catalog.pg_ts_dict d on d.oid = m.mapdict
        join pg_catalog.pg_namespace dn on dn.oid = d.dictnamespace
       group by c.oid, t.alias
       order by c.oid, t.alias collate "C"
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    Map<Long, List<Mapping>> mappings = new HashMap<>();
    SystemQuery.run(
        reading,
        MAPPINGS,
        row ->
            mappings
                .computeIfAbsent(row.getLong("oid"), key -> new ArrayList<>())
                .add(new Mapping(row.getString("alias"), SystemQuery.texts(row, "dictionaries"))));
    SystemQuery.run(
        reading,
        CONFIGURATIONS,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            long oid = row.getLong("oid");
            reading.add(
                new TextSearchConfiguration(
                    ObjectId.of(Kind.TEXT_SEARCH_CONFIGURATION, schema, row.getString("cfgname")),
                    row.getString("parser"),
                    mappings.getOrDefault(oid, List.of())),
                new Address("pg_ts_config", oid, 0));
          }
        });
  }
}
