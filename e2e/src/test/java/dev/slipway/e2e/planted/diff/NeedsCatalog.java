package dev.slipway.e2e.planted.diff;

import dev.slipway.e2e.planted.catalog.ModelThatQueries;

/** The other half of the cycle. */
public record NeedsCatalog(ModelThatQueries model) {}
