package dev.slipway.diff;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * That the columns of a table stand in another order: no difference, since no statement changes it,
 * but worth telling.
 *
 * @param table the table
 * @param before the columns that both sides have, in the one's order
 * @param after the same columns in the other's
 */
public record ColumnOrder(ObjectId table, List<String> before, List<String> after) {

  /** Copies the lists. */
  public ColumnOrder {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** The tables whose columns stand in another order, in canonical order. */
  public static List<ColumnOrder> differences(Catalog before, Catalog after) {
    List<ColumnOrder> orders = new ArrayList<>();
    before
        .columnOrder()
        .forEach((table, columns) -> {
          List<String> others = after.columnOrder().get(table);
          if (others != null) {
            var order =
                new ColumnOrder(
                    table,
                    columns.stream().filter(name -> after.has(column(table, name))).toList(),
                    others.stream().filter(name -> before.has(column(table, name))).toList());
            if (!order.before.equals(order.after)) {
              orders.add(order);
            }
          }
        });
    return orders;
  }

  private static ObjectId column(ObjectId table, String name) {
    return ObjectId.of(Kind.COLUMN, table.schema(), table.name(), name);
  }

  /** As a sentence. */
  public String sentence() {
    return "The columns of %s stand in the order (%s), not (%s); that is no difference, and is left as it is."
        .formatted(table, String.join(", ", before), String.join(", ", after));
  }
}
