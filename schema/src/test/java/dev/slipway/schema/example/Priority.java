package dev.slipway.schema.example;

import dev.slipway.schema.DatabaseValue;

/** An enum type with values of its own spelling. */
public enum Priority {
  LOW,
  NORMAL,
  @DatabaseValue("very high")
  VERY_HIGH
}
