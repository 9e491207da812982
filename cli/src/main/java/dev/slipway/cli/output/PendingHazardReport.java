package dev.slipway.cli.output;

import dev.slipway.migration.PendingHazard;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.WeighedHazard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is dangerous about pending migrations, as a person and as a program read it. */
public final class PendingHazardReport {

  private final List<PendingHazard> hazards;

  /**
   * @param hazards the hazards with what they come to
   */
  public PendingHazardReport(List<PendingHazard> hazards) {
    this.hazards = List.copyOf(hazards);
  }

  /** Those that count, below the name of their migration; the others as a number. */
  public List<String> lines(Style style) {
    var lines = new ArrayList<String>();
    String migration = null;
    for (PendingHazard each : hazards) {
      WeighedHazard weighed = each.weighed();
      if (!weighed.counts()) {
        continue;
      }
      if (!each.migration().equals(migration)) {
        migration = Objects.requireNonNull(each.migration());
        lines.add(style.strong(migration));
      }
      Hazard hazard = weighed.hazard();
      boolean destroys = hazard.code().severity() == HazardCode.Severity.DESTROYS;
      String name = hazard.code().id() + " " + hazard.message();
      lines.add(
          "  " + (destroys ? style.bad("loss    " + name) : style.warning("hazard  " + name)));
      String told = Weights.told(weighed);
      if (!told.isEmpty()) {
        lines.add("          " + told + ".");
      }
    }
    long others = hazards.stream().filter(each -> !each.weighed().counts()).count();
    if (others > 0) {
      lines.add(
          style.faint(
              Count.of(others, "hazard")
                  + " of small or empty tables "
                  + (others == 1 ? "is" : "are")
                  + " no finding."));
    }
    return lines;
  }

  /** The members of each. */
  public List<Map<String, @Nullable Object>> json() {
    return hazards.stream()
        .map(each ->
            Json.object()
                .with("migration", each.migration())
                .with("hazard", Weights.json(each.weighed()))
                .members())
        .toList();
  }
}
