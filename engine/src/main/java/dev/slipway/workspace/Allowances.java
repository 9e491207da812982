package dev.slipway.workspace;

import dev.slipway.error.SlipwayException;
import dev.slipway.migration.AllowedHazard;
import dev.slipway.migration.ReleaseConflict;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hazards that are allowed for one command, each by its code and its object, with a reason.
 *
 * @param hazards the allowed hazards
 */
public record Allowances(List<AllowedHazard> hazards) {

  /** How the codes of hazards begin that lose data. */
  private static final String LOSS = "SLIP1";

  /** Copies the list. */
  public Allowances {
    hazards = List.copyOf(hazards);
  }

  /** What may be lost; what is gone of it is dropped, and not renamed. */
  List<String> objectsLost() {
    return hazards.stream()
        .filter(hazard -> hazard.code().startsWith(LOSS))
        .map(AllowedHazard::object)
        .toList();
  }

  /** Nothing is allowed. */
  public static Allowances none() {
    return new Allowances(List.of());
  }

  /**
   * Reads allowances as they are given on a command line.
   *
   * @param texts each of the form {@code SLIP102:public.todo.note}
   * @param reason why, for all of them; needed when there is one
   * @throws SlipwayException when a text has another form or an unknown code, or the reason is
   *     missing
   */
  public static Allowances parse(List<String> texts, @Nullable String reason) {
    if (!texts.isEmpty() && (reason == null || reason.isBlank())) {
      throw new SlipwayException(
          WorkspaceError.BAD_ALLOWANCE,
          "--allow needs a reason, which is recorded with the migration.",
          "Add --reason \"why this may be lost\".");
    }
    return new Allowances(texts.stream().map(text -> parse(text, String.valueOf(reason))).toList());
  }

  private static AllowedHazard parse(String text, String reason) {
    int colon = text.indexOf(':');
    String code = colon < 0 ? text : text.substring(0, colon);
    boolean isKnown = Arrays.stream(HazardCode.values()).anyMatch(known -> known.id().equals(code));
    if (colon < 0 || !isKnown || colon == text.length() - 1) {
      throw new SlipwayException(
          WorkspaceError.BAD_ALLOWANCE,
          "\"" + text + "\" allows nothing: an allowance names a hazard's code and its object.",
          "Write it as the refusal shows it, for instance --allow SLIP102:public.todo.note.");
    }
    return new AllowedHazard(code, text.substring(colon + 1), reason);
  }

  /** Whether a hazard is allowed. */
  public boolean allow(Hazard hazard) {
    return hazards.stream()
        .anyMatch(allowed ->
            allowed.code().equals(hazard.code().id())
                && allowed.object().equals(hazard.on().dotted()));
  }

  /** The hazards of a plan that lose data and are not allowed. */
  public List<Hazard> refused(Plan plan) {
    return refused(plan.hazards().toList());
  }

  /** Those hazards that lose data and are not allowed. */
  List<Hazard> refused(List<Hazard> found) {
    return found.stream()
        .filter(hazard -> hazard.code().severity() == HazardCode.Severity.DESTROYS)
        .filter(hazard -> !allow(hazard))
        .toList();
  }

  /** Those that deployed releases do not expect, and that are not allowed. */
  List<ReleaseConflict> unexpected(List<ReleaseConflict> conflicts) {
    return conflicts.stream().filter(conflict -> !fits(conflict)).toList();
  }

  private boolean fits(ReleaseConflict conflict) {
    return hazards.stream().anyMatch(allowed -> fits(allowed, conflict));
  }

  private static boolean fits(AllowedHazard allowed, ReleaseConflict conflict) {
    return allowed.code().equals(conflict.code().id())
        && allowed.object().equals(conflict.object().dotted());
  }

  /**
   * Throws when an allowance fits neither a hazard of a plan nor a conflict with a release.
   *
   * @throws SlipwayException naming it
   */
  void requireUse(Plan plan, List<ReleaseConflict> conflicts) {
    new Allowances(
            hazards.stream()
                .filter(allowed -> conflicts.stream().noneMatch(each -> fits(allowed, each)))
                .toList())
        .requireUse(plan);
  }

  /**
   * Throws when an allowance fits no conflict with a release.
   *
   * @throws SlipwayException naming it
   */
  void requireUseFor(List<ReleaseConflict> conflicts) {
    new Allowances(
            hazards.stream()
                .filter(allowed -> conflicts.stream().noneMatch(each -> fits(allowed, each)))
                .toList())
        .requireUse(List.of());
  }

  /**
   * Throws when an allowance fits no hazard of the plan: what is allowed and not needed would be a
   * mistake waiting.
   *
   * @throws SlipwayException naming it
   */
  public void requireUse(Plan plan) {
    requireUse(plan.hazards().toList());
  }

  /**
   * The same for hazards that were seen.
   *
   * @throws SlipwayException naming an allowance that fits none of them
   */
  void requireUse(List<Hazard> all) {
    List<AllowedHazard> unused =
        hazards.stream()
            .filter(allowed ->
                all.stream()
                    .noneMatch(hazard ->
                        allowed.code().equals(hazard.code().id())
                            && allowed.object().equals(hazard.on().dotted())))
            .toList();
    if (!unused.isEmpty()) {
      throw new SlipwayException(
          WorkspaceError.ALLOWANCE_WITHOUT_HAZARD,
          "Nothing that is planned has this hazard: "
              + unused.stream()
                  .map(allowed -> allowed.code() + ":" + allowed.object())
                  .collect(Collectors.joining(", "))
              + ".",
          "Take the allowance away, or correct its code or object.");
    }
  }
}
