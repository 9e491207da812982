package dev.slipway.hazard;

import dev.slipway.catalog.Extension;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** An extension is put where an API serves its functions (Supabase's advisor 0014). */
final class ExposedExtension extends ChangeRule {

  ExposedExtension() {
    super(HazardCode.EXPOSED_EXTENSION);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Extension extension
        && impact.to().seen().exposed().contains(extension.schema())) {
      return new Hazard(
          HazardCode.EXPOSED_EXTENSION,
          extension.id(),
          "The functions of "
              + extension.id()
              + " lie in the schema "
              + extension.schema()
              + ", which the API serves.",
          "Put it into a schema of its own: create extension … schema extensions");
    }
    return null;
  }
}
