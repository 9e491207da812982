package dev.slipway.postgres;

import dev.slipway.dialect.Trait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads in what a database differs from others beside its schema. */
final class TraitReader {

  /** Columns that were renamed or came later are reached by their names as JSON. */
  private static final String SERVER =
      """
      select name, value from (
        select 1, 'release', pg_catalog.current_setting('server_version')
        union all
        select 2, 'encoding', pg_catalog.pg_encoding_to_char(encoding) from own
        union all
        select 3, 'checksums', pg_catalog.current_setting('data_checksums')
      ) as said (position, name, value) order by position
      """;

  /**
   * As it is at the start of a session: the setting itself is one that Slipway made for its own.
   * Left out is what belongs to the machine, and what a client's driver chooses.
   */
  private static final String SETTINGS =
      """
      select name, case when unit is null or reset_val in ('-1', '0') then reset_val
                        when unit = '8kB' then reset_val::pg_catalog.int8 * 8 || ' kB'
                        else reset_val || ' ' || unit end
        from pg_catalog.pg_settings
       where reset_val is distinct from boot_val
         and context <> 'internal'
         and category not like 'File Locations%'
         and category not like 'Reporting and Logging%'
         and category not like 'Connections and Authentication%'
         and source not in ('client', 'override')
         and name not in ('TimeZone', 'DateStyle', 'IntervalStyle', 'client_encoding',
                          'application_name', 'extra_float_digits', 'log_timezone',
                          'restore_command', 'archive_command', 'primary_conninfo',
                          'primary_slot_name', 'cluster_name', 'dynamic_shared_memory_type',
                          'commit_timestamp_buffers', 'subtransaction_buffers',
                          'transaction_buffers', 'timezone_abbreviations',
                          'transaction_read_only', 'transaction_isolation',
                          'transaction_deferrable')
         and name !~ '(password|passphrase|secret|token|key)'
       order by name
      """;

  private static final String EXTENSIONS =
      "select extname, extversion from pg_catalog.pg_extension order by extname";

  /** Before it the server kept no version of a database's own collation. */
  private static final int FIRST_WITH_DATABASE_COLLATION = 15;

  private static final String COLLATIONS =
      """
      select name, value from (
        select 1, 'database', case pg_catalog.to_jsonb(own) ->> 'datlocprovider'
                              when 'i' then 'icu ' when 'b' then 'builtin ' else 'libc ' end
               || coalesce(pg_catalog.to_jsonb(own) ->> 'datlocale',
                           pg_catalog.to_jsonb(own) ->> 'daticulocale', own.datcollate)
               || coalesce(' ' || %1$s, '')
               || case when %2$s
                            is distinct from %1$s
                       then ', recorded ' || coalesce(%2$s, 'none') else '' end
          from own
        union all
        select 2, n.nspname || '.' || c.collname,
               coalesce(pg_catalog.pg_collation_actual_version(c.oid), 'no version')
               || case when c.collversion
                            is distinct from pg_catalog.pg_collation_actual_version(c.oid)
                       then ', recorded ' || coalesce(c.collversion, 'none') else '' end
          from pg_catalog.pg_collation c
          join pg_catalog.pg_namespace n on n.oid = c.collnamespace
         where c.collprovider in ('i', 'c') and c.collname not in ('C', 'POSIX')
           and (n.nspname <> 'pg_catalog' or exists (
                 select from pg_catalog.pg_attribute a
                   join pg_catalog.pg_class r on r.oid = a.attrelid
                   join pg_catalog.pg_namespace s on s.oid = r.relnamespace
                  where a.attcollation = c.oid and s.nspname !~ '^pg_'
                    and s.nspname <> 'information_schema'))
      ) as said (position, name, value) order by position, name
      """;

  private static final String ROLES =
      """
      select rolname,
             pg_catalog.concat_ws(', ',
               case when rolcanlogin then 'login' else 'no login' end,
               case when rolsuper then 'superuser' end,
               case when rolcreatedb then 'createdb' end,
               case when rolcreaterole then 'createrole' end,
               case when rolreplication then 'replication' end,
               case when rolbypassrls then 'bypassrls' end,
               case when not rolinherit then 'noinherit' end,
               case when rolconnlimit <> -1 then 'connection limit ' || rolconnlimit end,
               case when rolvaliduntil is not null then 'valid until ' || rolvaliduntil end,
               'in ' || (select pg_catalog.string_agg(g.rolname, ' ' order by g.rolname)
                           from pg_catalog.pg_auth_members m
                           join pg_catalog.pg_roles g on g.oid = m.roleid
                          where m.member = r.oid))
        from pg_catalog.pg_roles r
       where rolname !~ '^pg_'
       order by rolname
      """;

  private static final String OWN =
      """
      with own as (
        select * from pg_catalog.pg_database where datname = pg_catalog.current_database())
      """;

  private TraitReader() {}

  static List<Trait> read(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    var traits = new ArrayList<Trait>();
    for (Trait.Group group : Trait.Group.values()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query(group, version))) {
        while (rows.next()) {
          traits.add(new Trait(group, rows.getString(1), rows.getString(2)));
        }
      }
    }
    return traits;
  }

  private static String query(Trait.Group group, int version) {
    return switch (group) {
      case SERVER -> OWN + SERVER;
      case SETTING -> SETTINGS;
      case EXTENSION -> EXTENSIONS;
      case COLLATION ->
          OWN
              + (version < FIRST_WITH_DATABASE_COLLATION
                  ? COLLATIONS.formatted("null", "null")
                  : COLLATIONS.formatted(
                      "pg_catalog.pg_database_collation_actual_version(own.oid)",
                      "own.datcollversion"));
      case ROLE -> ROLES;
    };
  }
}
