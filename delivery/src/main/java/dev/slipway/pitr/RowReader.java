package dev.slipway.pitr;

import dev.slipway.error.SlipwayException;
import dev.slipway.pitr.VerifiedRows.TableRows;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads every row of a restored database, so that what can't be read is found at once. */
final class RowReader {

  /** Tables that hold rows themselves; Slipway's own are like any other. */
  private static final String TABLES =
      """
      select c.oid::pg_catalog.regclass::pg_catalog.text
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and c.relpersistence = 'p'
         and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       order by 1
      """;

  private static final String INVALID =
      """
      select indexrelid::pg_catalog.regclass::pg_catalog.text
        from pg_catalog.pg_index where not indisvalid order by 1
      """;

  private final Workspace workspace;
  private final String environment;
  private final RunningCopy copy;
  private final List<String> failures = new ArrayList<>();

  RowReader(Workspace workspace, String environment, RunningCopy copy) {
    this.workspace = workspace;
    this.environment = environment;
    this.copy = copy;
  }

  VerifiedRows read() {
    Map<String, @Nullable Long> restored;
    @Nullable String fingerprint;
    try (Connection connection = workspace.dialect().connect(copy.url(copy.database()), "pitr")) {
      fingerprint = fingerprint(connection);
      restored = rows(connection, failures);
      names(connection, INVALID).forEach(index -> failures.add(index + " is not valid"));
    } catch (SQLException e) {
      throw new SlipwayException(
          PitrError.PITR_RECOVERY_FAILED,
          "The restored server can't be read: " + e.getMessage() + ".",
          "Restore again, from another backup if need be.",
          e);
    }
    Map<String, @Nullable Long> now = new LinkedHashMap<>();
    @Nullable String fingerprintNow = null;
    try (Connection original = workspace.connect(environment, Access.READ, "pitr")) {
      fingerprintNow = fingerprint(original);
      now.putAll(rows(original, new ArrayList<>()));
    } catch (SlipwayException | SQLException gone) {
      // The original may be what was lost; its side of the answer stays empty then.
      now.clear();
    }
    var names = new TreeSet<>(restored.keySet());
    names.addAll(now.keySet());
    return new VerifiedRows(
        fingerprint,
        fingerprintNow,
        names.stream().map(name -> new TableRows(name, restored.get(name), now.get(name))).toList(),
        failures);
  }

  /** It is told beside the rows; that a schema is not modelled makes no copy a bad one. */
  private @Nullable String fingerprint(Connection connection) {
    try {
      return workspace.dialect().introspect(connection, workspace.scope()).fingerprint().value();
    } catch (SlipwayException notModelled) {
      return null;
    }
  }

  private static Map<String, @Nullable Long> rows(Connection connection, List<String> failures)
      throws SQLException {
    Map<String, @Nullable Long> rows = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      // Names are to be whole, and rows that a policy hides are a failure, not fewer rows.
      statement.execute("set search_path = ''");
      statement.execute("set row_security = off");
      for (String table : names(connection, TABLES)) {
        try (ResultSet count = statement.executeQuery("select count(*) from only " + table)) {
          count.next();
          rows.put(table, count.getLong(1));
        } catch (SQLException e) {
          rows.put(table, null);
          failures.add(table + " can't be read: " + e.getMessage());
        }
      }
    }
    return rows;
  }

  private static List<String> names(Connection connection, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
