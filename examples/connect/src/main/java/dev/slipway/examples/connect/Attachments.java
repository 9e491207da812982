package dev.slipway.examples.connect;

import static dev.slipway.examples.connect.ChatMessages.CHAT_MESSAGES;

import dev.slipway.schema.Column;
import dev.slipway.schema.TableDefinition;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSONB;

/** Files that come with a message; their bytes are in the object store. */
public final class Attachments extends TableDefinition {
  public static final Attachments ATTACHMENTS = new Attachments();

  public final Column<Long> id = bigint("id").generatedAlwaysAsIdentity().primaryKey();
  public final Column<UUID> messageId =
      uuid("message_id").notNull().references(() -> CHAT_MESSAGES.id, onDelete(CASCADE));
  public final Column<String> fileName = varchar("file_name", 255).notNull();
  public final Column<String> contentType =
      varchar("content_type", 127).notNull().defaultTo("application/octet-stream");
  public final Column<Long> sizeBytes =
      bigint("size_bytes").notNull().check("attachments_size_positive", size -> size.gt(0L));
  public final Column<byte[]> sha256 = bytea("sha256").notNull();
  public final Column<JSONB> metadata = jsonb("metadata");
  public final Column<OffsetDateTime> createdAt =
      timestamptz("created_at").notNull().defaultSql("now()");

  private Attachments() {
    super("attachments");
    check("attachments_sha256_length", "octet_length(sha256) = 32");
    index(messageId);
    index(metadata).using("gin").operatorClass("jsonb_path_ops").where(metadata.isNotNull());
    policy("attachments of messages one sees")
        .forSelect()
        .to(AUTHENTICATED)
        .using("exists (select 1 from public.chat_messages m where m.id = message_id)");
  }
}
