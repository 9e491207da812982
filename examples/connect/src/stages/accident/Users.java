package dev.slipway.examples.connect;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;
import java.util.UUID;

/** People who can sign in, as the sign-in service tells of them. */
public final class Users extends TableDefinition {
  public static final Users USERS = new Users();

  public final Column<UUID> id = uuid("id").defaultSql("gen_random_uuid()").primaryKey();
  public final Column<String> email = text("email").notNull().unique();
  public final Column<String> displayName = text("display_name").notNull();
  public final Column<String> avatarUrl = text("avatar_url");
  public final Column<OffsetDateTime> createdAt =
      timestamptz("created_at").notNull().defaultSql("now()");

  private Users() {
    super("users");
    comment("People who can sign in");
    check("users_email_has_an_at", email.like("%_@_%"));
    index(sql("lower(email)")).named("users_lower_email_idx");
    policy("everyone signed in sees profiles").forSelect().to(AUTHENTICATED).using("true");
    policy("own profile")
        .forUpdate()
        .to(AUTHENTICATED)
        .using("auth.uid() = id")
        .withCheck("auth.uid() = id");
  }
}
