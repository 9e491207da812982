package dev.slipway.verification;

import dev.slipway.dialect.Explained;
import dev.slipway.dialect.Inspection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Asks checks, each in a transaction of its own in which nothing can be written. */
final class CheckRunner {

  /** More rows than that are counted, but not looked at. */
  private static final int MOST_ROWS = 10_000;

  private static final int SHOWN = 3;

  private final Inspection inspection;
  private final Connection connection;
  private final Duration limit;

  CheckRunner(Inspection inspection, Connection connection, Duration limit) {
    this.inspection = inspection;
    this.connection = connection;
    this.limit = limit;
  }

  CheckResult run(Check check) throws SQLException {
    long began = System.nanoTime();
    List<String> failures = new ArrayList<>();
    try {
      inspection.begin(connection, limit);
      inspection.act(connection, check.role(), check.claims());
      Rows rows = needsRows(check) ? rows(check.query()) : new Rows(0, List.of());
      for (Expectation expectation : check.expectations()) {
        failures.addAll(failures(check, expectation, rows));
      }
    } catch (SQLException e) {
      failures.add(
          "the server refuses it: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return new CheckResult(
        check.name(),
        check.file(),
        check.line(),
        failures,
        Duration.ofNanos(System.nanoTime() - began));
  }

  /** The rows of a query: how many, and the first ones as text. */
  private record Rows(long count, List<String> shown) {}

  private static boolean needsRows(Check check) {
    return check.expectations().stream()
        .anyMatch(each ->
            switch (each) {
              case Expectation.NoRows no -> true;
              case Expectation.SomeRows some -> true;
              case Expectation.RowCount count -> true;
              case Expectation.Value value -> true;
              case Expectation.Rows rows -> true;
              case Expectation.ReadsIndex index -> false;
              case Expectation.NoScan scan -> false;
              case Expectation.Under under -> false;
            });
  }

  private Rows rows(String query) throws SQLException {
    List<String> shown = new ArrayList<>();
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(1000);
      try (ResultSet rows = statement.executeQuery(query)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          count++;
          if (shown.size() < MOST_ROWS) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
              values.add(String.valueOf(rows.getString(i)).strip());
            }
            shown.add(String.join(" | ", values));
          }
        }
      }
    }
    return new Rows(count, shown);
  }

  private List<String> failures(Check check, Expectation expectation, Rows rows)
      throws SQLException {
    return switch (expectation) {
      case Expectation.NoRows no ->
          rows.count() == 0
              ? List.of()
              : List.of("expected no rows, and there are " + rows.count() + shown(rows.shown()));
      case Expectation.SomeRows some ->
          rows.count() > 0 ? List.of() : List.of("expected rows, and there are none");
      case Expectation.RowCount count ->
          rows.count() == count.number()
              ? List.of()
              : List.of("expected " + count.number() + " rows, and there are " + rows.count());
      case Expectation.Value value ->
          rows.count() == 1 && rows.shown().get(0).equals(value.text())
              ? List.of()
              : List.of(
                  "expected the value "
                      + value.text()
                      + ", and there "
                      + (rows.count() == 1
                          ? "is " + rows.shown().get(0)
                          : "are " + rows.count() + " rows"));
      case Expectation.Rows exactly -> differences(exactly.rows(), rows);
      case Expectation.ReadsIndex index -> {
        Explained explained = inspection.explain(connection, check.query());
        yield explained.indexes().contains(index.name())
            ? List.of()
            : List.of(
                "expected that it reads the index " + index.name() + ", and " + read(explained));
      }
      case Expectation.NoScan scan -> {
        Explained explained = inspection.explain(connection, check.query());
        yield explained.scanned().contains(scan.table())
            ? List.of("expected no scan of " + scan.table() + ", and it is read from end to end")
            : List.of();
      }
      case Expectation.Under under -> slow(check, under);
    };
  }

  private static String read(Explained explained) {
    if (explained.indexes().isEmpty()) {
      return explained.scanned().isEmpty()
          ? "it reads none"
          : "it reads all of " + String.join(", ", explained.scanned().stream().sorted().toList());
    }
    return "it reads " + String.join(", ", explained.indexes().stream().sorted().toList());
  }

  private static List<String> differences(List<String> expected, Rows rows) {
    List<String> missing = new ArrayList<>(expected);
    List<String> more = new ArrayList<>();
    for (String row : rows.shown()) {
      if (!missing.remove(row)) {
        more.add(row);
      }
    }
    List<String> failures = new ArrayList<>();
    if (!missing.isEmpty()) {
      failures.add("expected rows that are not there" + shown(missing));
    }
    if (!more.isEmpty()) {
      failures.add("there are rows that were not expected" + shown(more));
    }
    return failures;
  }

  private static String shown(List<String> rows) {
    return ": "
        + String.join("; ", rows.subList(0, Math.min(SHOWN, rows.size())))
        + (rows.size() > SHOWN ? "; …" : "");
  }

  private List<String> slow(Check check, Expectation.Under under) throws SQLException {
    inspection.explain(connection, check.query());
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < under.runs(); i++) {
      times.add(inspection.explain(connection, check.query()).took());
    }
    Collections.sort(times);
    Duration median = times.get(times.size() / 2);
    return median.compareTo(under.limit()) < 0
        ? List.of()
        : List.of(
            "expected less than "
                + millis(under.limit())
                + " ms, and it takes "
                + millis(median)
                + " ms, the median of "
                + under.runs());
  }

  private static String millis(Duration time) {
    return String.format(java.util.Locale.ROOT, "%.1f", time.toNanos() / 1e6);
  }
}
