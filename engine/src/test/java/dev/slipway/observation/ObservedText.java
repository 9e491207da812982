package dev.slipway.observation;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Lock;
import dev.slipway.plan.RowChange;
import java.util.Collection;
import java.util.List;

/** What statements were seen to do, as a golden text. */
final class ObservedText {

  private ObservedText() {}

  static String of(List<Observed> observed) {
    var text = new StringBuilder();
    for (Observed each : observed) {
      text.append("line ").append(each.statement().line()).append('\n');
      Footprint footprint = each.footprint();
      for (Lock lock : footprint.locks()) {
        text.append("  locks ").append(lock.on()).append(": ").append(lock.mode()).append('\n');
      }
      relations(text, "writes anew", footprint.rewritten());
      relations(text, "empties", footprint.emptied());
      relations(text, "builds again an index of", footprint.rebuilt());
      relations(text, "reads all of", footprint.scanned());
      for (RowChange rows : footprint.rows()) {
        text.append("  ")
            .append(rows.operation())
            .append(rows.conditional() ? " some of " : " all of ")
            .append(rows.table())
            .append('\n');
      }
      for (Hazard hazard : each.hazards()) {
        text.append("  ")
            .append(hazard.allowance())
            .append(' ')
            .append(hazard.code())
            .append(": ")
            .append(hazard.message())
            .append("\n    ")
            .append(hazard.advice())
            .append('\n');
      }
    }
    return text.toString();
  }

  private static void relations(StringBuilder text, String what, Collection<ObjectId> relations) {
    relations.stream()
        .sorted()
        .forEach(
            relation -> text.append("  ").append(what).append(' ').append(relation).append('\n'));
  }
}
