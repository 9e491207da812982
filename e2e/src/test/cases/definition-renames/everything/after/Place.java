package app;

import dev.slipway.schema.*;

@DatabaseType(name = "address", renamedFrom = "place")
public record Place(@DatabaseAttribute(renamedFrom = "road") String street, Integer number) {}
