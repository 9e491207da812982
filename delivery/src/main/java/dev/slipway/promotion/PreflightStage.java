package dev.slipway.promotion;

import dev.slipway.environment.JudgedDrift;
import dev.slipway.migration.AllowedHazard;
import dev.slipway.migration.Migration;
import dev.slipway.migration.PendingHazard;
import dev.slipway.migration.PreflightResult;
import dev.slipway.migration.RowFinding;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.WeighedHazard;
import dev.slipway.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at the environment and at what is pending. */
final class PreflightStage implements Stage {

  private static final Set<HazardCode> RLS =
      Set.of(
          HazardCode.ROW_SECURITY_WITHOUT_POLICY,
          HazardCode.POLICY_WITHOUT_ROW_SECURITY,
          HazardCode.POLICY_ALWAYS_TRUE,
          HazardCode.POLICY_READS_USER_METADATA,
          HazardCode.DEFINER_WITHOUT_SEARCH_PATH,
          HazardCode.EXPOSED_WITHOUT_ROW_SECURITY,
          HazardCode.EXPOSED_WITHOUT_POLICIES,
          HazardCode.EXPOSED_DEFINER_VIEW);
  private static final Set<HazardCode> INDEXES =
      Set.of(HazardCode.UNINDEXED_FOREIGN_KEY, HazardCode.DUPLICATE_INDEX);

  @Override
  public State state() {
    return State.PREFLIGHT;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    return Found.of(gates(course));
  }

  /** The gates as they stand now; nothing is written. */
  static List<Gate> gates(Course course) {
    requireReadable(course);
    PreflightResult result =
        course
            .workspace()
            .preflight(
                course.environment(), course.options().to(), course.options().executor(), null);
    List<Gate> gates = new ArrayList<>();
    gates.add(
        Gate.green(
            GateName.PENDING,
            course.migrations().size() + " pending, in the order of the history",
            course.plan().names()));
    gates.add(drift(course));
    gates.add(rows(result));
    gates.add(
        hazards(
            course,
            result,
            GateName.DATA_LOSS,
            hazard -> hazard.code().severity() == HazardCode.Severity.DESTROYS,
            "loses data that nobody allowed to be lost"));
    gates.add(
        hazards(
            course,
            result,
            GateName.RLS,
            hazard -> RLS.contains(hazard.code()),
            "opens rows or rights that nobody allowed to be open"));
    gates.add(
        hazards(
            course,
            result,
            GateName.INDEXES,
            hazard -> INDEXES.contains(hazard.code()),
            "leaves an index missing or twice"));
    gates.add(compatibility(result));
    gates.add(wayBack(course.plan()));
    return gates.stream().map(gate -> gate.with(course.plan().waivers())).toList();
  }

  /** A check that is written wrongly is refused now, and not once everything is applied. */
  private static void requireReadable(Course course) {
    new Verification(course.workspace(), course.environment(), course.options().checkLimit())
        .checks(course.options().checks());
    SmokeStage.checks(course);
    WatchStage.requireReadable(course);
  }

  private static Gate drift(Course course) {
    PromotionPlan plan = course.plan();
    if (plan.last() == null && !plan.migrations().getFirst().before().equals(plan.fingerprint())) {
      return Gate.red(
          GateName.DRIFT,
          "no migration is applied to " + course.environment() + ", and something is there",
          List.of("`slipway diff migrations:FOLDER " + course.environment() + "` shows what"));
    }
    JudgedDrift drift = JudgedDrift.of(course.workspace(), course.environment());
    return drift.unexpected().isEmpty()
        ? Gate.green(
            GateName.DRIFT,
            drift.accepted().isEmpty()
                ? course.environment() + " is what its migrations made"
                : course.environment() + " has no drift but what is accepted",
            List.of())
        : Gate.red(
            GateName.DRIFT,
            course.environment()
                + " is not what its migrations made: `slipway drift "
                + course.environment()
                + "`",
            drift.unexpected().stream().map(each -> each.change().id().toString()).toList());
  }

  private static Gate rows(PreflightResult result) {
    List<String> hidden =
        result.hidden().isEmpty()
            ? List.of()
            : List.of(
                "row level security hides rows of "
                    + String.join(
                        ", ", result.hidden().stream().map(each -> each.dotted()).toList())
                    + " from this role");
    return result.findings().isEmpty()
        ? Gate.green(
            GateName.ROWS,
            result.questions().isEmpty()
                ? "nothing is demanded of rows"
                : result.questions().size() + " demands hold on the rows that are there",
            hidden)
        : Gate.red(
            GateName.ROWS,
            "rows violate what is demanded of them",
            result.findings().stream().map(RowFinding::text).map(String::strip).toList());
  }

  private static Gate hazards(
      Course course,
      PreflightResult result,
      GateName name,
      Predicate<Hazard> concerned,
      String otherwise) {
    List<String> refused =
        result.hazards().stream()
            .filter(each -> each.weighed().counts())
            .filter(each -> concerned.test(each.weighed().hazard()))
            .filter(each -> !isAllowed(course.migrations(), each))
            .map(each -> line(each.weighed()))
            .toList();
    List<String> unjudged =
        name == GateName.DATA_LOSS
            ? result.unjudged().stream()
                .map(each -> each + " was edited after it was judged: run generate --finish")
                .toList()
            : List.of();
    List<String> details = new ArrayList<>(refused);
    details.addAll(unjudged);
    return details.isEmpty()
        ? Gate.green(name, "no hazard that is not allowed", List.of())
        : Gate.red(name, "a migration " + otherwise, details);
  }

  private static boolean isAllowed(List<Migration> migrations, PendingHazard pending) {
    Hazard hazard = pending.weighed().hazard();
    var wanted = hazard.code().id() + ":" + hazard.on().dotted();
    return migrations.stream()
        .filter(migration -> migration.name().equals(pending.migration()))
        .flatMap(migration -> migration.manifest().allowed().stream())
        .map((AllowedHazard allowed) -> allowed.code() + ":" + allowed.object())
        .anyMatch(wanted::equals);
  }

  private static String line(WeighedHazard weighed) {
    Hazard hazard = weighed.hazard();
    return hazard.code().id() + " on " + hazard.on().dotted() + ": " + hazard.message();
  }

  private static Gate compatibility(PreflightResult result) {
    return result.conflicts().isEmpty()
        ? Gate.green(GateName.COMPATIBILITY, "no deployed release uses what changes", List.of())
        : Gate.red(
            GateName.COMPATIBILITY,
            "a deployed release uses what changes",
            result.conflicts().stream()
                .map(each ->
                    each.release()
                        + " uses "
                        + each.object().dotted()
                        + " ("
                        + each.migration()
                        + ", "
                        + each.code().id()
                        + ")")
                .toList());
  }

  private static Gate wayBack(PromotionPlan plan) {
    List<String> details =
        plan.migrations().stream()
            .map(each ->
                each.name()
                    + ": "
                    + each.wayBack()
                    + (each.lost().isEmpty() ? "" : ", " + String.join("; ", each.lost())))
            .toList();
    return plan.isReversible()
        ? Gate.green(GateName.ROLLBACK_PLAN, "all of it can be taken back without loss", details)
        : Gate.red(
            GateName.ROLLBACK_PLAN,
            "taking it back loses data for good: if it turns out badly, it is not taken back by"
                + " itself",
            details);
  }
}
