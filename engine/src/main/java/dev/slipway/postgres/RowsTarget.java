package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that copied rows are from, as it is now.
 *
 * @param copies the copies
 * @param oid its number
 * @param table its name
 * @param isWhole whether its rows are those of its partitions
 * @param columns its columns that the copies have
 * @param keys the columns of its unique indexes, the primary key first; those alone whose columns
 *     the copies have
 */
record RowsTarget(
    RowsTable copies,
    long oid,
    ObjectId table,
    boolean isWhole,
    List<Value> columns,
    List<List<Value>> keys) {

  private static final String TABLE =
      """
      select c.oid, n.nspname, c.relname, c.relkind = 'p'
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p')
         and (c.oid = ?::pg_catalog.oid or n.nspname = ? and c.relname = ?)
       order by c.oid <> ?::pg_catalog.oid
       limit 1
      """;

  private static final String KEYS =
      """
      select pg_catalog.array_to_string((i.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1], ' '),
             not exists (select from pg_catalog.pg_attribute a
                          where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                            and not a.attnotnull)
        from pg_catalog.pg_index i
       where i.indrelid = ?::pg_catalog.oid and i.indisunique and i.indisvalid
         and i.indpred is null and i.indexprs is null
       order by i.indisprimary desc, 2 desc, i.indexrelid
      """;

  /**
   * One column in both places.
   *
   * @param column as it is now
   * @param copy its name in the copies
   * @param isAlike whether it has the same type there
   */
  record Value(RowsTable.Column column, String copy, boolean isAlike) {

    /** The copied value. */
    String copied(String row) {
      return row + "." + Quoting.identifier(copy) + (isAlike ? "" : "::text::" + column.type());
    }

    /** The copied value as text. */
    String copiedText(String row) {
      return row + "." + Quoting.identifier(copy) + "::text";
    }

    String now(String row) {
      return row + "." + Quoting.identifier(column.name());
    }

    String nowText(String row) {
      return now(row) + "::text";
    }

    /** Whether the statement gave it a value. */
    String isGiven(String row) {
      return "pg_catalog.jsonb_exists("
          + row
          + "."
          + RowsTable.GIVEN
          + ", "
          + Quoting.literal(copy)
          + ")";
    }

    /** The value that the statement gave it. */
    String given(String row) {
      return row + "." + RowsTable.GIVEN + " ->> " + Quoting.literal(copy);
    }

    /** That it is what it was after the statement; types of extensions bring no operator along. */
    String isSince(String now, String row) {
      return column.isBuiltIn()
          ? now(now)
              + " = case when "
              + isGiven(row)
              + " then ("
              + given(row)
              + ")::"
              + column.type()
              + " else "
              + copied(row)
              + " end"
          : nowText(now)
              + " = case when "
              + isGiven(row)
              + " then "
              + given(row)
              + " else "
              + copiedText(row)
              + " end";
    }

    /** Whether an index finds what was copied. */
    boolean isFound() {
      return column.isBuiltIn() && isAlike;
    }

    /** That it is what was copied. */
    String isCopied(String now, String row) {
      return isFound() ? now(now) + " = " + copied(row) : nowText(now) + " = " + copiedText(row);
    }
  }

  /** Null where the table is gone, so that nothing can come back. */
  static @Nullable RowsTarget of(Connection connection, RowsTable copies) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
      statement.setLong(1, copies.oid());
      statement.setString(2, copies.table().schema());
      statement.setString(3, copies.table().name());
      statement.setLong(4, copies.oid());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        long oid = row.getLong(1);
        List<Value> values = values(connection, copies, oid);
        return new RowsTarget(
            copies,
            oid,
            ObjectId.of(Kind.TABLE, row.getString(2), row.getString(3)),
            row.getBoolean(4),
            values,
            keys(connection, oid, values));
      }
    }
  }

  /** By number in the table that it was, else by name. */
  private static List<Value> values(Connection connection, RowsTable copies, long oid)
      throws SQLException {
    Map<String, String> types =
        RowsTable.columns(connection, copies.self()).stream()
            .collect(Collectors.toMap(RowsTable.Column::name, RowsTable.Column::type));
    Map<Integer, String> byNumber = new HashMap<>();
    copies.columns().forEach((name, number) -> byNumber.put(number, name));
    var values = new ArrayList<Value>();
    for (RowsTable.Column column : RowsTable.columns(connection, oid)) {
      String copy = oid == copies.oid() ? byNumber.get(column.number()) : column.name();
      String type = copy == null ? null : types.get(copy);
      if (copy != null && type != null) {
        values.add(new Value(column, copy, type.equals(column.type())));
      }
    }
    return values;
  }

  private static List<List<Value>> keys(Connection connection, long oid, List<Value> values)
      throws SQLException {
    Map<String, Value> byNumber =
        values.stream()
            .collect(Collectors.toMap(value -> "" + value.column().number(), value -> value));
    var keys = new ArrayList<List<Value>>();
    try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
      statement.setLong(1, oid);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<String> numbers = Arrays.asList(rows.getString(1).split(" "));
          if (byNumber.keySet().containsAll(numbers)) {
            // The first one is what rows are found by: none of its columns may be null.
            if (keys.isEmpty() && !rows.getBoolean(2)) {
              keys.add(List.of());
            }
            keys.add(numbers.stream().map(byNumber::get).toList());
          }
        }
      }
    }
    return keys;
  }

  /** The columns that rows are found by; empty where there are none. */
  List<Value> key() {
    return keys.isEmpty() ? List.of() : keys.getFirst();
  }

  /** The values of a row as texts, by the names of the copies. */
  String texts(Function<Value, String> text) {
    return columns.stream()
        .map(value -> Quoting.literal(value.copy()) + ", " + text.apply(value))
        .collect(
            Collectors.joining(", ", "pg_catalog.jsonb_object(array[", "]::pg_catalog.text[])"));
  }

  /** Its rows alone, without those of heirs. */
  String only() {
    return (isWhole ? "" : "only ") + Quoting.qualified(table);
  }
}
