package dev.slipway.migration;

import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.WeighedHazard;
import java.util.ArrayList;
import java.util.List;

/**
 * What is dangerous about pending migrations, as far as their manifests know.
 *
 * @param names the migration of each hazard
 * @param hazards the hazards in the order of the migrations
 * @param unknown the migrations that were edited since they were judged
 */
record PendingHazards(List<String> names, List<Hazard> hazards, List<String> unknown) {

  /**
   * @param pending the migrations
   * @param questions what rows are asked about them: a hazard that is one is not told as well
   */
  static PendingHazards of(List<Migration> pending, List<RowQuestion> questions) {
    List<String> names = new ArrayList<>();
    List<Hazard> hazards = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Migration migration : pending) {
      KnownHazards known = migration.manifest().hazards();
      if (known != null && known.areOf(migration.up())) {
        for (Hazard hazard : known.hazards()) {
          if (!isAsked(migration, hazard, questions)) {
            names.add(migration.name());
            hazards.add(hazard);
          }
        }
      } else if (known != null) {
        unknown.add(migration.name());
      }
    }
    return new PendingHazards(names, hazards, unknown);
  }

  private static boolean isAsked(Migration migration, Hazard hazard, List<RowQuestion> questions) {
    return hazard.code().severity() == HazardCode.Severity.MAY_FAIL
        && questions.stream()
            .anyMatch(question ->
                question.migration().equals(migration.name())
                    && question.check().on().equals(hazard.on()));
  }

  /** With what each comes to. */
  List<PendingHazard> weighed(List<WeighedHazard> weighed) {
    List<PendingHazard> pending = new ArrayList<>();
    for (int i = 0; i < weighed.size(); i++) {
      pending.add(new PendingHazard(names.get(i), weighed.get(i)));
    }
    return pending;
  }
}
