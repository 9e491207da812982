package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Extension;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.Schema;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.View;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Something that holds data is dropped. */
final class DropHoldsData implements HazardRule {

  @Override
  public @Nullable Hazard assess(Change change, Catalog from, Catalog to, @Nullable String loss) {
    if (!(change instanceof Change.Drop drop) || loss == null) {
      return null;
    }
    HazardCode code = code(drop.object());
    if (code == null) {
      return null;
    }
    return new Hazard(
        code,
        drop.id(),
        loss,
        "Take it out of the definition only when nothing reads it any more, and keep a backup; a"
            + " new name is declared instead, with renamedFrom or \"-- slipway: renamed: …\".");
  }

  private static @Nullable HazardCode code(DatabaseObject object) {
    if (object instanceof Table) {
      return HazardCode.DROP_TABLE;
    } else if (object instanceof Column) {
      return HazardCode.DROP_COLUMN;
    } else if (object instanceof Schema) {
      return HazardCode.DROP_SCHEMA;
    } else if (object instanceof Sequence) {
      return HazardCode.DROP_SEQUENCE;
    } else if (object instanceof Extension) {
      return HazardCode.DROP_EXTENSION;
    } else if (object instanceof View) {
      return HazardCode.DROP_MATERIALIZED_VIEW;
    } else if (object instanceof Role) {
      return HazardCode.DROP_ROLE;
    }
    return null;
  }
}
