package dev.slipway.planner;

import dev.slipway.catalog.ObjectId;

/**
 * That something of the definition had another name before, so that it is renamed and not dropped
 * and created.
 */
public sealed interface DeclaredRename {

  /**
   * An object had another name, or was in another schema.
   *
   * @param from its identity before: in the place where it is now, unless it was moved
   * @param to its identity now
   */
  record OfObject(ObjectId from, ObjectId to) implements DeclaredRename {}

  /**
   * A part that is no object of its own had another name: a value of an enumerated type, an
   * attribute of a composite type, a column of a view.
   *
   * @param whole the identity of the object now
   * @param from the part's name before
   * @param to its name now
   */
  record OfPart(ObjectId whole, String from, String to) implements DeclaredRename {}
}
