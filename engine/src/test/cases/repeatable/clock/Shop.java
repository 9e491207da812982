package shop;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;

public final class Shop extends TableDefinition {
  public static final Shop SHOP = new Shop();

  public final Column<Integer> id = serial("id").primaryKey();

  private Shop() {
    super("shop");
    check("some", "id < " + java.time.LocalDate.now().getYear());
  }
}
