package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseTraits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a database is beside its objects (manual, 53.15 pg_database; CREATE DATABASE). */
final class Traits {

  /**
   * Version 17 calls the locale of a provider {@code datlocale}; 14 knows no providers but libc.
   */
  private static final String DATABASE =
      """
      select d.datname, pg_catalog.current_setting('server_version') as server,
             pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
             d.datcollate, d.datctype,
             coalesce(pg_catalog.to_jsonb(d) ->> 'datlocprovider', 'c') as provider,
             coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale',
               pg_catalog.to_jsonb(d) ->> 'daticulocale') as locale
        from pg_catalog.pg_database d
       where d.datname = pg_catalog.current_database()
      """;

  private static final String SETTINGS =
      """
      select r.rolname, s.setting
        from pg_catalog.pg_db_role_setting c
        left join pg_catalog.pg_roles r on r.oid = c.setrole,
             unnest(c.setconfig) s(setting)
       where c.setdatabase = (select oid from pg_catalog.pg_database
                               where datname = pg_catalog.current_database())
       order by 1 nulls first, 2
      """;

  private Traits() {}

  static DatabaseTraits read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DATABASE)) {
      row.next();
      return new DatabaseTraits(
          row.getString("datname"),
          row.getString("server"),
          row.getString("encoding"),
          locale(row),
          settings(connection));
    }
  }

  private static String locale(ResultSet row) throws SQLException {
    String common =
        "lc_collate "
            + Quoting.literal(row.getString("datcollate"))
            + " lc_ctype "
            + Quoting.literal(row.getString("datctype"));
    String locale = Quoting.literal(Objects.requireNonNullElse(row.getString("locale"), ""));
    String provider = row.getString("provider");
    return switch (provider) {
      case "c" -> "locale_provider libc " + common;
      case "i" -> "locale_provider icu icu_locale " + locale + " " + common;
      case "b" -> "locale_provider builtin builtin_locale " + locale + " " + common;
      default -> throw new IllegalStateException("the provider of locales is " + provider);
    };
  }

  private static List<String> settings(Connection connection) throws SQLException {
    List<String> settings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SETTINGS)) {
      while (rows.next()) {
        String role = rows.getString(1);
        settings.add(
            RoleSettings.ofDatabase(
                role == null ? null : Quoting.identifier(role), rows.getString(2)));
      }
    }
    return settings;
  }
}
