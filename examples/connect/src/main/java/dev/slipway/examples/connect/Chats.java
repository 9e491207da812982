package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.Accounts.ACCOUNTS;
import static dev.slipway.examples.connect.Users.USERS;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Conversations within an account, of two people or of many. */
public final class Chats extends TableDefinition {
  public static final Chats CHATS = new Chats();

  public final Column<UUID> id = uuid("id").defaultSql("gen_random_uuid()").primaryKey();
  public final Column<UUID> accountId =
      uuid("account_id").notNull().references(() -> ACCOUNTS.id, onDelete(CASCADE));
  public final Column<UUID> createdBy =
      uuid("created_by").references(() -> USERS.id, onDelete(SET_NULL));
  public final Column<String> title = varchar("title", 200);
  public final Column<Boolean> isGroup = bool("is_group").notNull().defaultTo(false);
  public final Column<OffsetDateTime> createdAt =
      timestamptz("created_at").notNull().defaultSql("now()");

  private Chats() {
    super("chats");
    check("chats_group_has_a_title", isGroup.isFalse().or(title.isNotNull()));
    index(accountId, createdAt.desc());
    policy("chats one takes part in")
        .forSelect()
        .to(AUTHENTICATED)
        .using("public.is_chat_participant(id)");
    policy("chats one begins").forInsert().to(AUTHENTICATED).withCheck("auth.uid() = created_by");
  }
}
