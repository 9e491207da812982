package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that the server chooses for constraints, indexes and sequences that are given none
 * ({@code makeObjectName} of {@code indexcmds.c}).
 */
final class ServerNames {

  private static final int LIMIT = 63;

  private final Map<List<String>, Integer> uses = new HashMap<>();

  /**
   * @param catalog the catalog whose names are taken
   */
  ServerNames(Catalog catalog) {
    for (DatabaseObject object : catalog.objects()) {
      boolean isCounted =
          object instanceof Constraint
              || object.id().kind().names() == Kind.Names.RELATIONS
              || object instanceof Index;
      if (isCounted) {
        uses.merge(List.of(object.id().schema(), object.id().name()), 1, Integer::sum);
      }
    }
  }

  /**
   * Whether the server gives a name by itself: it is the one that it chooses, and nothing else of
   * the schema has it, so that it chooses no other.
   */
  boolean gives(String schema, String name, String table, List<String> columns, String label) {
    return name.equals(choice(table, columns, label))
        && uses.getOrDefault(List.of(schema, name), 0) <= 1;
  }

  /** {@code table_columns_label}, where the longer of table and columns is cut to fit. */
  static String choice(String table, List<String> columns, String label) {
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
