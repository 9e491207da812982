package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;

/**
 * Something parked that a database really has.
 *
 * @param label by which its name is known
 * @param id a column, a table or a type, under the name that it has there
 * @param rows about how many rows there are of it; 0 for a type
 * @param bytes about how many bytes it takes; 0 for a type
 */
public record ParkedThing(String label, ObjectId id, long rows, long bytes) {}
