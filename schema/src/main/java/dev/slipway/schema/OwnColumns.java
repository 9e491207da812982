package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that a clause names, checked to be columns of its table. */
final class OwnColumns {

  private OwnColumns() {}

  static List<String> names(JooqTable table, String clause, @Nullable Column<?>... columns) {
    if (columns.length == 0) {
      throw new SlipwayException(
          DefinitionError.KEY_INVALID,
          "Table " + table.displayName() + ": " + clause + " has no columns.",
          "Name at least one column of the table.");
    }
    var names = new ArrayList<String>();
    for (Column<?> column : columns) {
      String name = name(table, clause, column);
      if (names.contains(name)) {
        throw new SlipwayException(
            DefinitionError.KEY_INVALID,
            "Table "
                + table.displayName()
                + ": "
                + clause
                + " names the column "
                + name
                + " twice.",
            "Name each column once.");
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  static String name(JooqTable table, String clause, @Nullable Column<?> column) {
    if (column == null) {
      throw new SlipwayException(
          DefinitionError.COLUMN_UNKNOWN,
          "Table " + table.displayName() + ": " + clause + " names a column that is still null.",
          "Move the clause into the constructor: Java assigns the columns in the order of their"
              + " declaration.");
    }
    if (!column.belongsTo(table)) {
      throw new SlipwayException(
          DefinitionError.COLUMN_UNKNOWN,
          "Table "
              + table.displayName()
              + ": "
              + clause
              + " names the column of another table: "
              + column.where()
              + ".",
          "Name a column of the table itself.");
    }
    return column.spec().name();
  }
}
