package dev.slipway.cli.command;

import dev.slipway.cli.output.EvidenceReport;
import dev.slipway.cli.output.Json;
import dev.slipway.evidence.StepCost;
import dev.slipway.migration.RunResult;
import java.util.List;

/** What the executor did, as a program reads it. */
final class Runs {

  private Runs() {}

  static List<?> json(RunResult result) {
    return result.parts().stream()
        .map(part ->
            Json.object()
                .with("name", part.name())
                .with("statements", part.statements())
                .with("milliseconds", part.duration().toMillis())
                .with("lockWaitMilliseconds", part.waited().toMillis())
                .with(
                    "steps", EvidenceReport.steps(part.steps().stream().map(StepCost::of).toList()))
                .members())
        .toList();
  }
}
