package dev.slipway.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns under a line of headings. */
public final class TextTable {

  private static final String GAP = "   ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param headings the heading of each column
   */
  public TextTable(String... headings) {
    this.headings = List.of(headings);
  }

  /** Adds a row with a cell for each column. */
  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /** Adds a row with a cell for each column. */
  public TextTable row(List<String> cells) {
    if (cells.size() != headings.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for " + headings.size() + " columns");
    }
    rows.add(cells.stream().map(cell -> cell.replaceAll("\\s+", " ")).toList());
    return this;
  }

  /** The table, each line after an indent; nothing when there are no rows. */
  public String text(Style style, String indent) {
    if (rows.isEmpty()) {
      return "";
    }
    int[] widths = new int[headings.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = width(column);
    }
    var lines = new StringBuilder();
    lines.append(indent).append(style.faint(line(headings, widths))).append('\n');
    rows.forEach(row -> lines.append(indent).append(line(row, widths)).append('\n'));
    return lines.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(cell);
      if (column < cells.size() - 1) {
        line.append(" ".repeat(widths[column] - length(cell))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int width = length(headings.get(column));
    for (List<String> row : rows) {
      width = Math.max(width, length(row.get(column)));
    }
    return width;
  }

  private static int length(String text) {
    return Columns.of(text);
  }
}
