package dev.slipway.planner;

import dev.slipway.catalog.ObjectId;

/**
 * That an object of the definition had another name before, so that it is renamed and not dropped
 * and created.
 *
 * @param from its identity before: in the place where it is now, under its old name
 * @param to its identity now
 */
public record DeclaredRename(ObjectId from, ObjectId to) {}
