package dev.slipway.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows that foreign keys can name, as texts. Not thread-safe. */
final class Parents {

  private static final int MOST = 20;

  private final Connection connection;
  private final Map<String, List<List<String>>> known = new HashMap<>();

  Parents(Connection connection) {
    this.connection = connection;
  }

  /** Forgets what was read, since rows changed. */
  void forget() {
    known.clear();
  }

  /** Some of the rows that a foreign key can name. */
  List<List<String>> of(ForeignKey key) throws SQLException {
    String columns =
        key.keys().stream().map(name -> name + "::text").collect(Collectors.joining(", "));
    String filled =
        key.keys().stream().map(name -> name + " is not null").collect(Collectors.joining(" and "));
    String query =
        "select distinct "
            + columns
            + " from "
            + key.quoted()
            + " where "
            + filled
            + " order by "
            + columns
            + " limit "
            + MOST;
    List<List<String>> rows = known.get(query);
    if (rows == null) {
      rows = read(query, key.keys().size());
      known.put(query, rows);
    }
    return rows;
  }

  private List<List<String>> read(String query, int columns) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          String[] values = new String[columns];
          for (int i = 0; i < columns; i++) {
            values[i] = row.getString(i + 1);
          }
          rows.add(Arrays.asList(values));
        }
      }
    }
    return rows;
  }

  /**
   * Values for the columns of all foreign keys of a table, which may share some.
   *
   * @param keys the foreign keys, those whose rows are there
   * @param number which row they are for; others are named for another one
   * @return the texts by the number of the column; null where no rows fit together
   */
  @Nullable Map<Integer, String> chosen(List<ForeignKey> keys, int number) throws SQLException {
    Map<Integer, String> chosen = new TreeMap<>();
    for (ForeignKey key : keys) {
      List<List<String>> rows = of(key);
      boolean isFound = false;
      for (int i = 0; i < rows.size() && !isFound; i++) {
        List<String> row = rows.get((number + i) % rows.size());
        if (fits(key, row, chosen)) {
          for (int at = 0; at < row.size(); at++) {
            chosen.put(key.columns().get(at), row.get(at));
          }
          isFound = true;
        }
      }
      if (!isFound) {
        return null;
      }
    }
    return chosen;
  }

  private static boolean fits(ForeignKey key, List<String> row, Map<Integer, String> chosen) {
    for (int at = 0; at < row.size(); at++) {
      String known = chosen.get(key.columns().get(at));
      if (known != null && !known.equals(row.get(at))) {
        return false;
      }
    }
    return true;
  }
}
