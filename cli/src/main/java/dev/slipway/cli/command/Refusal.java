package dev.slipway.cli.command;

import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Hazard;
import dev.slipway.workspace.WorkspaceError;
import java.util.List;
import java.util.stream.Collectors;

/** Why a plan was not carried out, in words. */
final class Refusal {

  private Refusal() {}

  /** That hazards are not allowed. */
  static SlipwayException ofHazards(List<Hazard> refused) {
    return new SlipwayException(
        WorkspaceError.HAZARD_REFUSED,
        "The plan takes data away:\n"
            + refused.stream()
                .map(hazard -> "  " + hazard.code().id() + " " + hazard.message())
                .collect(Collectors.joining("\n")),
        "Take the change back, or allow what is meant, each by its name:\n"
            + refused.stream()
                .map(hazard -> "  --allow " + quoted(hazard.allowance()) + " \\")
                .collect(Collectors.joining("\n"))
            + "\n  --reason \"why this may be lost\"");
  }

  /** A word that a shell takes as it is. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_:.,/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
