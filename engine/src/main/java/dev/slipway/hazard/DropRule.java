package dev.slipway.hazard;

import dev.slipway.catalog.DatabaseObject;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Something that holds data is dropped. */
abstract class DropRule extends ChangeRule {

  private final Class<? extends DatabaseObject> type;

  DropRule(HazardCode code, Class<? extends DatabaseObject> type) {
    super(code);
    this.type = type;
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    String loss = impact.loss(change);
    if (!(change instanceof Change.Drop drop) || !type.isInstance(drop.object()) || loss == null) {
      return null;
    }
    return new Hazard(
        code(),
        drop.id(),
        loss,
        "Take it out of the definition only when nothing reads it any more, and keep a backup; a"
            + " new name is declared instead, with renamedFrom or \"-- slipway: renamed: …\".");
  }
}
