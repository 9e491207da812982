package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The triggers of a table and of its partitions, disabled until they are enabled again or the
 * transaction fails. Foreign keys are checked nevertheless.
 */
final class QuietTriggers {

  private static final String ENABLED =
      """
      select n.nspname, c.relname, t.tgname, t.tgenabled = 'A'
        from pg_catalog.pg_trigger t
        join pg_catalog.pg_class c on c.oid = t.tgrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where (t.tgrelid = ?::pg_catalog.oid
              or t.tgrelid in (select p.relid from pg_catalog.pg_partition_tree(?::pg_catalog.oid) p))
         and not t.tgisinternal and t.tgenabled in ('O', 'A')
         and (t.tgparentid = 0 or t.tgrelid = ?::pg_catalog.oid)
       order by 1, 2, 3
      """;

  private final Connection connection;
  private final List<String> back;

  private QuietTriggers(Connection connection, List<String> back) {
    this.connection = connection;
    this.back = back;
  }

  static QuietTriggers of(Connection connection, long oid) throws SQLException {
    var disable = new ArrayList<String>();
    var enable = new ArrayList<String>();
    try (PreparedStatement statement = connection.prepareStatement(ENABLED)) {
      statement.setLong(1, oid);
      statement.setLong(2, oid);
      statement.setLong(3, oid);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String alter =
              "alter table "
                  + Quoting.qualified(
                      ObjectId.of(Kind.TABLE, rows.getString(1), rows.getString(2)));
          String trigger = " trigger " + Quoting.identifier(rows.getString(3));
          disable.add(alter + " disable" + trigger);
          enable.add(alter + (rows.getBoolean(4) ? " enable always" : " enable") + trigger);
        }
      }
    }
    run(connection, disable);
    return new QuietTriggers(connection, enable);
  }

  void enable() throws SQLException {
    run(connection, back);
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
