package shop;

import dev.slipway.schema.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Words, an enum, a record, a class between, loops, lambdas and texts put together. */
public final class Shop extends Base {
  public static final Shop SHOP = new Shop();

  enum Mood {
    SAD,
    GLAD
  }

  record Limit(String column, int most) {}

  public final Column<UUID> id = uuid("id").primaryKey();
  public final Column<BigDecimal> price = numeric("price", 12, 2).notNull();
  public final Column<Mood> mood = enumeration("mood", Mood.class);
  public final Column<UUID> other = uuid("other_id").references(() -> SHOP.id);

  private Shop() {
    super("shop");
    for (Limit limit : List.of(new Limit("price", 9), new Limit("price", 10))) {
      check(limit.column() + limit.most(), limit.column() + " < " + limit.most());
    }
    switch ("a" + id.getName()) {
      case "aid" -> index(price);
      default -> index(other);
    }
  }
}
