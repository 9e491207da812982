package app;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.math.BigDecimal;
import org.jooq.impl.DSL;

/** Products. */
public final class Product extends TableDefinition {
  public static final Product PRODUCT = new Product();

  public final Column<Integer> id = serial("id").primaryKey();
  public final Column<String> title =
      text("title").check(title -> title.ne("")).notNull().as(String.class, t -> t, t -> t);
  public final Column<BigDecimal> price = numeric("price", 10, 2).defaultTo(BigDecimal.ZERO);
  public final Column<Integer> stock = integer("stock").notNull().defaultTo(DSL.inline(0));

  private Product() {
    super("product");
    check("cheap", price.lt(BigDecimal.valueOf(Base.LIMIT)));
    index(price.desc(), stock).named("by_price").where(stock.gt(0));
  }
}
