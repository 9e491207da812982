package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;
import java.util.List;

/**
 * One statement of a plan with all that is known about it beforehand.
 *
 * @param summary what it does, in words: {@code add column public.todo.done}
 * @param object the object that it is about
 * @param statement what runs
 * @param reverse the way back
 * @param hazards its dangers
 * @param checks what the target's rows must satisfy before it runs
 */
public record Step(
    String summary,
    ObjectId object,
    Statement statement,
    Reverse reverse,
    List<Hazard> hazards,
    List<RowCheck> checks) {

  /** Copies the lists. */
  public Step {
    hazards = List.copyOf(hazards);
    checks = List.copyOf(checks);
  }
}
