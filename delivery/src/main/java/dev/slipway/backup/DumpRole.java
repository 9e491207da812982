package dev.slipway.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * As whom a dump is taken.
 *
 * @param name the role
 * @param owns whether anything in the database belongs to it
 * @param superusers all roles of the server that may do everything
 */
record DumpRole(String name, boolean owns, List<String> superusers) {

  /**
   * What belongs to the server's first role is noted nowhere, since it can't be dropped (manual,
   * 53.47 pg_shdepend).
   */
  private static final String SQL =
      """
      select current_user, r.oid = 10 or exists (
               select from pg_catalog.pg_shdepend d
                where d.dbid = (select oid from pg_catalog.pg_database
                                 where datname = pg_catalog.current_database())
                  and d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                  and d.refobjid = r.oid and d.deptype = 'o')
        from pg_catalog.pg_roles r
       where r.rolname = current_user
      """;

  DumpRole {
    superusers = List.copyOf(superusers);
  }

  static DumpRole of(Connection connection) throws SQLException {
    List<String> superusers = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("select rolname from pg_catalog.pg_roles where rolsuper")) {
        while (rows.next()) {
          superusers.add(rows.getString(1));
        }
      }
      try (ResultSet row = statement.executeQuery(SQL)) {
        row.next();
        return new DumpRole(row.getString(1), row.getBoolean(2), superusers);
      }
    }
  }

  /** The roles that a restore needs. */
  List<String> with(List<String> roles) {
    var all = new TreeSet<>(roles);
    if (owns) {
      all.add(name);
    }
    return List.copyOf(all);
  }
}
