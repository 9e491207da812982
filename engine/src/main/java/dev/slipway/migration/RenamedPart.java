package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;

/**
 * That a part of an object, which is no object of its own, got another name: a value of an
 * enumerated type, an attribute of a composite type.
 *
 * @param whole the object, as it is called after the migration
 * @param from the part's name before
 * @param to its name after
 */
public record RenamedPart(ObjectId whole, String from, String to) {}
