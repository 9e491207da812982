package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;
import java.util.List;

/**
 * A named danger of a step.
 *
 * @param code the stable name of the danger
 * @param on the object that it concerns
 * @param message what is lost or locked, as a sentence
 * @param advice the safe way, as an instruction
 * @param tables the tables whose rows decide how much that is; often one, none where no rows do
 */
public record Hazard(
    HazardCode code, ObjectId on, String message, String advice, List<ObjectId> tables) {

  /** Copies the list. */
  public Hazard {
    tables = List.copyOf(tables);
  }

  /** One whose tables are not known yet. */
  public Hazard(HazardCode code, ObjectId on, String message, String advice) {
    this(code, on, message, advice, List.of());
  }

  /** The same with its tables. */
  public Hazard of(List<ObjectId> others) {
    return new Hazard(code, on, message, advice, others);
  }

  /** How the hazard is allowed: {@code SLIP101:public.todo}. */
  public String allowance() {
    return code.id() + ":" + on.dotted();
  }
}
