package dev.slipway.schema.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The name that PostgreSQL chooses for a constraint, an index or a sequence that is given none
 * ({@code makeObjectName} of {@code indexcmds.c}).
 */
public final class ServerChosenName {

  private static final int LIMIT = 63;

  private ServerChosenName() {}

  /**
   * The choice when that name is free: {@code table_columns_label}, where the longer of table and
   * columns is cut until all fit into 63 bytes.
   *
   * @param table the table's name
   * @param columns the names of the columns; may be empty
   * @param label what it is, such as {@code pkey} or {@code idx}
   */
  public static String of(String table, List<String> columns, String label) {
    String middle = String.join("_", columns);
    int available = LIMIT - bytes(label) - (columns.isEmpty() ? 1 : 2);
    int first = bytes(table);
    int second = bytes(middle);
    while (first + second > available) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    String start = clip(table, first);
    return columns.isEmpty()
        ? start + "_" + label
        : start + "_" + clip(middle, second) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String clip(String text, int bytes) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      used += bytes(text.substring(end, next));
      if (used > bytes) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }
}
