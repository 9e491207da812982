package dev.slipway.e2e.definition;

import dev.slipway.schema.DatabaseEnum;
import dev.slipway.schema.DatabaseValue;

/** An enum type in a schema of its own, with values that need quotes. */
@DatabaseEnum(schema = "wide types", name = "Level \"of\" it")
enum Level {
  LOW,
  @DatabaseValue("it's, {high}")
  HIGH
}
