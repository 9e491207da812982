package app;

import dev.slipway.schema.DatabaseType;

@DatabaseType(schema = "booking")
public record Address(String street, String city) {}
