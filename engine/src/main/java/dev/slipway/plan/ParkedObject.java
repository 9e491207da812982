package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;

/**
 * Something that a plan keeps under another name instead of dropping it.
 *
 * @param object what it was
 * @param place what it is called meanwhile
 */
public record ParkedObject(ObjectId object, ObjectId place) {

  /** In words: {@code column public.todo.text as public.todo.slipway_parked_…}. */
  @Override
  public String toString() {
    return object + " as " + place.dotted();
  }
}
