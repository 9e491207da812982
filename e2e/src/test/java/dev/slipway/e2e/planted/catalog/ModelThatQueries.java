package dev.slipway.e2e.planted.catalog;

import dev.slipway.e2e.planted.diff.NeedsCatalog;
import java.sql.Connection;

/**
 * Breaks on purpose: a model that knows a database, a cycle, a wrong arrow, and a package without a
 * mark.
 */
public record ModelThatQueries(Connection connection, NeedsCatalog other) {}
