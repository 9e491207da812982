package dev.slipway.sample;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one table after another. Not thread-safe. */
final class RowMaker {

  private static final int TRIES = 500;
  private static final int MOST_UPDATED = 50;

  private final Session session;
  private final Parents parents;

  RowMaker(Session session, Parents parents) {
    this.session = session;
    this.parents = parents;
  }

  /**
   * Makes rows.
   *
   * @param made how many there are afterwards
   * @param refusal why there are no more; null where none was refused
   */
  record Made(int made, @Nullable String refusal) {}

  /** Rows of an empty table: at once where they fit at first, else each by itself. */
  Made insert(SampleTable table, Style style) throws SQLException {
    if (table.columns().isEmpty()) {
      Refusal refusal = session.tried("insert into " + table.quoted() + " default values");
      return new Made(refusal == null ? 1 : 0, refusal == null ? null : refusal.message());
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < style.rows(); i++) {
      rows.add(begun(table, style, i));
    }
    if (session.tried(insert(table, rows)) == null) {
      return new Made(rows.size(), null);
    }
    int made = 0;
    String refused = null;
    for (Row row : rows) {
      Refusal refusal = sought(row, () -> insert(table, List.of(row)));
      if (refusal == null) {
        made++;
      } else {
        refused = refusal.message();
        if (made == 0) {
          return new Made(0, refused);
        }
      }
    }
    return new Made(made, refused);
  }

  /** Values of new columns of rows that are there; what is refused stays null. */
  void update(SampleTable table, Set<Integer> columns) throws SQLException {
    List<SampleColumn> fresh =
        table.columns().stream().filter(column -> columns.contains(column.number())).toList();
    String empty =
        fresh.stream()
            .map(column -> column.quoted() + " is null")
            .collect(Collectors.joining(" and "));
    List<String> places =
        session.texts(
            "select ctid::text from only "
                + table.quoted()
                + " where "
                + empty
                + " order by ctid limit "
                + MOST_UPDATED);
    for (int i = 0; i < places.size(); i++) {
      String place = places.get(i);
      Row row = begun(table, Style.WORDS, i);
      sought(row, () -> update(table, fresh, row, place));
    }
  }

  private Row begun(SampleTable table, Style style, int number) throws SQLException {
    List<ForeignKey> there = new ArrayList<>();
    List<ForeignKey> open = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      boolean isHere = table.has(Set.copyOf(key.columns())) && !parents.of(key).isEmpty();
      (isHere ? there : open).add(key);
    }
    var row = new Row(table, style, parents, there, number);
    row.begin(open);
    return row;
  }

  /** A statement of a row's values as they are. */
  private interface Writing {
    String sql();
  }

  private @Nullable Refusal sought(Row row, Writing writing) throws SQLException {
    Refusal refusal = session.tried(writing.sql());
    for (int i = 0; i < TRIES && refusal != null; i++) {
      row.again(refusal);
      refusal = session.tried(writing.sql());
    }
    return refusal;
  }

  private static String insert(SampleTable table, List<Row> rows) {
    return "insert into "
        + table.quoted()
        + " ("
        + table.columns().stream().map(SampleColumn::quoted).collect(Collectors.joining(", "))
        + ") overriding system value values "
        + rows.stream()
            .map(row -> "(" + String.join(", ", row.values().values()) + ")")
            .collect(Collectors.joining(", "));
  }

  private static String update(
      SampleTable table, List<SampleColumn> columns, Row row, String place) {
    Map<Integer, String> values = row.values();
    return "update only "
        + table.quoted()
        + " set "
        + columns.stream()
            .map(column -> column.quoted() + " = " + values.get(column.number()))
            .collect(Collectors.joining(", "))
        + " where ctid = "
        + Sql.text(place)
        + "::tid";
  }

  /** Lets rows name those that came after them. */
  void close(SampleTable table) throws SQLException {
    for (ForeignKey key : table.foreignKeys()) {
      List<List<String>> rows = parents.of(key);
      if (table.has(Set.copyOf(key.columns())) && !rows.isEmpty()) {
        List<String> places =
            session.texts(
                "select c.ctid::text from only "
                    + table.quoted()
                    + " c where "
                    + unnamed(table, key)
                    + " order by c.ctid limit "
                    + MOST_UPDATED);
        for (int i = 0; i < places.size(); i++) {
          close(table, key, rows, i, places.get(i));
        }
      }
    }
  }

  private void close(
      SampleTable table, ForeignKey key, List<List<String>> rows, int number, String place)
      throws SQLException {
    boolean isDone = false;
    for (int i = 1; i <= rows.size() && !isDone; i++) {
      List<String> row = rows.get((number + i) % rows.size());
      List<String> settings = new ArrayList<>();
      for (int at = 0; at < row.size(); at++) {
        SampleColumn column = table.column(key.columns().get(at));
        settings.add(column.quoted() + " = " + Sql.text(row.get(at)) + "::" + column.type().name());
      }
      isDone =
          session.tried(
                  "update only "
                      + table.quoted()
                      + " set "
                      + String.join(", ", settings)
                      + " where ctid = "
                      + Sql.text(place)
                      + "::tid")
              == null;
    }
  }

  /** The condition of rows that name no row, or one that is not there; {@code c} is their table. */
  static String unnamed(SampleTable table, ForeignKey key) {
    return "(" + isNull(table, key) + " or " + orphaned(table, key) + ")";
  }

  private static String isNull(SampleTable table, ForeignKey key) {
    return key.columns().stream()
        .map(column -> "c." + table.column(column).quoted() + " is null")
        .collect(Collectors.joining(" or "));
  }

  /** The condition of rows that name a row that is not there. */
  static String orphaned(SampleTable table, ForeignKey key) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add("p." + key.keys().get(i) + " = c." + table.column(key.columns().get(i)).quoted());
    }
    return "(not ("
        + isNull(table, key)
        + ") and not exists (select from "
        + key.quoted()
        + " p where "
        + String.join(" and ", pairs)
        + "))";
  }
}
