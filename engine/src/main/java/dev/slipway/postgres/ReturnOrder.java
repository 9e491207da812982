package dev.slipway.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which rows come back. */
final class ReturnOrder {

  private static final String REFERENCES =
      """
      select k.conrelid, k.confrelid
        from pg_catalog.pg_constraint k
       where k.contype = 'f' and k.conrelid <> k.confrelid
         and k.conrelid = any (?::pg_catalog.oid[]) and k.confrelid = any (?::pg_catalog.oid[])
      """;

  private ReturnOrder() {}

  /** Those of tables that are there, the last statement's first, and tables before what refers. */
  static List<RowsTarget> of(Connection connection, List<RowsTable> tables) throws SQLException {
    var targets = new ArrayList<RowsTarget>();
    for (RowsTable table : tables) {
      RowsTarget target = RowsTarget.of(connection, table);
      if (target != null) {
        targets.add(target);
      }
    }
    Map<Long, Set<Long>> parents = parents(connection, targets);
    var order = new ArrayList<RowsTarget>();
    while (!targets.isEmpty()) {
      int number = targets.getFirst().copies().number();
      List<RowsTarget> same =
          targets.stream().filter(each -> each.copies().number() == number).toList();
      Set<Long> open = new HashSet<>();
      same.forEach(each -> open.add(each.oid()));
      // Tables that refer to each other in a circle have no order; deferrable keys need none.
      RowsTarget next =
          same.stream()
              .filter(each ->
                  parents.getOrDefault(each.oid(), Set.of()).stream().noneMatch(open::contains))
              .findFirst()
              .orElse(same.getFirst());
      order.add(next);
      targets.remove(next);
    }
    return order;
  }

  private static Map<Long, Set<Long>> parents(Connection connection, List<RowsTarget> targets)
      throws SQLException {
    Map<Long, Set<Long>> parents = new HashMap<>();
    Object[] oids = targets.stream().map(RowsTarget::oid).toArray();
    try (PreparedStatement statement = connection.prepareStatement(REFERENCES)) {
      statement.setArray(1, connection.createArrayOf("int8", oids));
      statement.setArray(2, connection.createArrayOf("int8", oids));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          parents.computeIfAbsent(rows.getLong(1), k -> new HashSet<>()).add(rows.getLong(2));
        }
      }
    }
    return parents;
  }
}
