package dev.slipway.examples.connect;

import dev.slipway.schema.DatabaseValue;

/** How far a message has come. */
public enum MessageStatus {
  @DatabaseValue("sent")
  SENT,
  @DatabaseValue("delivered")
  DELIVERED,
  @DatabaseValue("read")
  READ
}
