package dev.slipway.backup;

import dev.slipway.catalog.RoleUse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * As whom a dump is taken, and whom it names.
 *
 * @param name the role
 * @param named the roles that own something in the database, or may do something there, be it of a
 *     kind that Slipway does not model
 * @param superusers all roles of the server that may do everything
 */
record DumpRole(String name, List<String> named, List<String> superusers) {

  /**
   * What belongs to the server's first role is noted nowhere, since it can't be dropped (manual,
   * 53.47 pg_shdepend).
   */
  private static final String NAMED =
      """
      select r.rolname
        from pg_catalog.pg_roles r
       where r.oid = 10 and r.rolname = current_user
          or exists (
               select from pg_catalog.pg_shdepend d
                where d.dbid = (select oid from pg_catalog.pg_database
                                 where datname = pg_catalog.current_database())
                  and d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                  and d.refobjid = r.oid and d.deptype in ('o', 'a', 'r'))
      """;

  private static final String SUPERUSERS = "select rolname from pg_catalog.pg_roles where rolsuper";

  DumpRole {
    named = List.copyOf(named);
    superusers = List.copyOf(superusers);
  }

  static DumpRole of(Connection connection) throws SQLException {
    return new DumpRole(
        names(connection, "select current_user").getFirst(),
        names(connection, NAMED),
        names(connection, SUPERUSERS));
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** The roles that a restore needs. */
  List<String> with(List<String> roles) {
    var all = new TreeSet<>(roles);
    all.addAll(named);
    all.removeIf(RoleUse::isNoRole);
    return List.copyOf(all);
  }
}
