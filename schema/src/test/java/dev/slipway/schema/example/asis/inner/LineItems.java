package dev.slipway.schema.example.asis.inner;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

/** Named as its class and its fields are. */
public final class LineItems extends TableDefinition {
  public static final LineItems LINE_ITEMS = new LineItems();

  public final Column<Long> orderId = bigint();
}
