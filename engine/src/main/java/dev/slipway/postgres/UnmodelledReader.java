package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.error.SlipwayException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Refuses what the catalog has no record for: everything found is named at once, so that nothing is
 * ever left out in silence. What the user allowed to be there is noted.
 */
final class UnmodelledReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    List<UnmodelledKind> kinds =
        UnmodelledKinds.ALL.stream()
            .filter(kind -> kind.since() <= reading.serverVersion())
            .toList();
    var parts = new ArrayList<String>();
    for (UnmodelledKind kind : kinds) {
      parts.add("select " + parts.size() + " as kind, p.* from (" + kind.sql() + ") p");
    }
    var found = new TreeSet<String>();
    SystemQuery.run(
        reading,
        String.join("\nunion all\n", parts),
        row -> {
          String name = kinds.get(row.getInt("kind")).words() + " " + shown(row);
          if (!isInScope(reading, row) || reading.scope().named().contains(name)) {
            return;
          }
          if (reading.scope().allowed().contains(name)) {
            reading.leftOut(name);
          } else {
            found.add(name);
          }
        });
    if (!found.isEmpty()) {
      throw new SlipwayException(
          PostgresError.UNMODELLED_OBJECTS,
          "The database holds what this version of Slipway cannot carry over:\n  "
              + String.join("\n  ", found),
          "Remove it, or leave it out of every comparison by naming it, in these words and with a"
              + " reason, under allow_unmodelled in slipway.yml. Nothing was changed.");
    }
  }

  /** What lives in no schema may be named by a phrase. */
  private static String shown(ResultSet row) throws SQLException {
    List<String> path = SystemQuery.texts(row, "path");
    return path.size() == 1 ? path.get(0) : new ObjectId(Kind.TABLE, path).dotted();
  }

  private static boolean isInScope(Reading reading, ResultSet row) throws SQLException {
    List<String> path = SystemQuery.texts(row, "path");
    String schema = row.getString("schema");
    if (schema != null) {
      if (!reading.reads(schema)) {
        return false;
      }
      if (path.size() >= 2
          && (reading.leavesOut(new ObjectId(Kind.TABLE, path.subList(0, 2)))
              || reading.leavesOut(new ObjectId(Kind.VIEW, path.subList(0, 2))))) {
        return false;
      }
    }
    return !reading.isMember(new Reading.Address(row.getString("catalog"), row.getLong("oid"), 0));
  }
}
