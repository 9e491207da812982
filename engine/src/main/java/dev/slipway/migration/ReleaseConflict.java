package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.plan.HazardCode;

/**
 * That a deployed release uses what a migration takes away or changes.
 *
 * @param migration the migration, or what the statements are called: {@code push}
 * @param release the release
 * @param use the use
 * @param code the hazard of the step
 * @param object what the step is about
 * @param deed what the step does, in words: {@code drops column public.todo.note}
 */
public record ReleaseConflict(
    String migration,
    String release,
    ReleaseUse use,
    HazardCode code,
    ObjectId object,
    String deed) {

  /** How it is allowed: {@code SLIP102:public.todo.note}. */
  public String allowance() {
    return code.id() + ":" + object.dotted();
  }

  /** It as a sentence without an end. */
  public String text() {
    return release
        + " "
        + verb()
        + " "
        + use.object()
        + " ("
        + use.where()
        + "), and "
        + migration
        + " "
        + deed;
  }

  private String verb() {
    return switch (use.how()) {
      case FIELD -> "uses";
      case ALL_COLUMNS -> "uses all columns of";
      case INSERTS -> "adds rows to";
      case TEXT -> "names in a text";
    };
  }
}
