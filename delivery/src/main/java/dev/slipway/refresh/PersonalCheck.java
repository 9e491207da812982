package dev.slipway.refresh;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.Subsets;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Refuses columns that look personal and are not named, by their names and by some rows. */
final class PersonalCheck {

  private static final int SAMPLE_ROWS = 1_000;

  private final Copies copies;
  private final Subsets subsets;
  private final Rules rules;

  PersonalCheck(Copies copies, Subsets subsets, Rules rules) {
    this.copies = copies;
    this.subsets = subsets;
    this.rules = rules;
  }

  /**
   * Looks at tables of which rows come.
   *
   * @param connection a connection of the snapshot
   * @param chosen the rows of each table
   * @throws SlipwayException naming each such column and why it looks so, without its values
   */
  void require(Connection connection, RefreshTables tables, Map<ObjectId, RowSet> chosen)
      throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    for (ObjectId table : tables.ids()) {
      RowSet rows = chosen.get(table);
      if (rows == null || rows.isEmpty()) {
        continue;
      }
      List<Column> open = new ArrayList<>();
      for (Column column : tables.columns(table)) {
        String name = RefreshTables.name(table) + "." + column.id().name();
        if (!rules.masks().containsKey(name)) {
          String word = Personal.word(column.id().name(), ValueKind.of(column.type()));
          if (word != null) {
            found.add(name + " (" + column.type() + "): its name says " + word);
          } else if (isRead(column)) {
            open.add(column);
          }
        }
      }
      look(connection, table, open, found);
    }
    refuse(found);
  }

  /** Refuses what was found. */
  static void refuse(List<String> found) {
    if (!found.isEmpty()) {
      throw new SlipwayException(
          RefreshError.UNMASKED_PERSONAL_DATA,
          "These columns look personal, and nobody says what becomes of them:\n"
              + String.join("\n", found),
          "Name each under columns: in masking.yml: fake: KIND, keep format, hash, null,"
              + " fixed: VALUE, or keep where it is not personal. Nothing was written.");
    }
  }

  /** Whether values of a column are looked at. */
  static boolean isRead(Column column) {
    return switch (ValueKind.of(column.type())) {
      case TEXT, JSON, OTHER -> true;
      case UUID, BYTES, INTEGER, NUMBER, DAY, ADDRESS -> false;
    };
  }

  private void look(Connection connection, ObjectId table, List<Column> open, List<String> found)
      throws SQLException, IOException {
    if (open.isEmpty()) {
      return;
    }
    List<List<String>> values = new ArrayList<>();
    open.forEach(column -> values.add(new ArrayList<>()));
    copies.read(
        connection,
        subsets.reading(
            table, open.stream().map(column -> column.id().name()).toList(), SAMPLE_ROWS),
        row -> {
          List<String> fields = CopyRow.fields(row);
          for (int i = 0; i < fields.size(); i++) {
            String value = CopyRow.value(fields.get(i));
            if (value != null) {
              values.get(i).add(value);
            }
          }
        });
    for (int i = 0; i < open.size(); i++) {
      String looks = values.get(i).isEmpty() ? null : Personal.looks(values.get(i));
      if (looks != null) {
        Column column = open.get(i);
        found.add(
            RefreshTables.name(table)
                + "."
                + column.id().name()
                + " ("
                + column.type()
                + "): values look like "
                + looks);
      }
    }
  }
}
