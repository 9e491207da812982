package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSONB;

/** The teams that pay; each belongs to a user and goes with it. */
public final class Accounts extends TableDefinition {
  public static final Accounts ACCOUNTS = new Accounts();

  public final Column<UUID> id = uuid("id").defaultSql("gen_random_uuid()").primaryKey();
  public final Column<UUID> ownerId =
      uuid("owner_id").notNull().references(() -> USERS.id, onDelete(CASCADE));
  public final Column<String> name = varchar("name", 120).notNull();
  public final Column<AccountPlan> plan =
      enumeration("plan", AccountPlan.class).notNull().defaultTo(AccountPlan.FREE);
  public final Column<BigDecimal> balance =
      numeric("balance", 12, 2).notNull().defaultTo(BigDecimal.ZERO);
  public final Column<JSONB> settings = jsonb("settings").notNull().defaultTo(JSONB.valueOf("{}"));
  public final Column<OffsetDateTime> createdAt =
      timestamptz("created_at").notNull().defaultSql("now()");

  private Accounts() {
    super("accounts");
    comment("Teams, and who pays for them");
    index(ownerId);
    policy("own accounts").to(AUTHENTICATED).using("auth.uid() = owner_id");
  }
}
