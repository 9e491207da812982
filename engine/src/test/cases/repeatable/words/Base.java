package shop;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;

abstract class Base extends TableDefinition {
  public final Column<OffsetDateTime> createdAt = timestamptz("created_at").notNull();

  Base(String name) {
    super(name);
  }
}
