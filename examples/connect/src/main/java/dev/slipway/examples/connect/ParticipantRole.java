package dev.slipway.examples.connect;

import dev.slipway.schema.DatabaseValue;

/** What someone may do in a chat. */
public enum ParticipantRole {
  @DatabaseValue("member")
  MEMBER,
  @DatabaseValue("admin")
  ADMIN
}
