package dev.slipway.promotion;

import dev.slipway.config.EvidencePolicy;
import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceBook;
import dev.slipway.evidence.EvidenceJudge;
import dev.slipway.evidence.SignedEvidence;
import dev.slipway.migration.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Looks for what is known of the migrations from the environment before. */
final class EvidenceStage implements Stage {

  @Override
  public State state() {
    return State.EVIDENCE;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    return Found.of(List.of(gate(course)));
  }

  static Gate gate(Course course) {
    EvidencePolicy policy = course.policy().evidence();
    if (policy == null) {
      return Gate.green(GateName.TESTED, "no evidence is demanded", List.of());
    }
    String before = Objects.requireNonNull(course.settings().after(), "evidence without before");
    Path file = course.options().evidence();
    String signer = null;
    Evidence evidence;
    if (file == null) {
      evidence = new EvidenceBook(course.workspace(), before).collect(Origin.current().toString());
    } else {
      SignedEvidence.Trusted trusted = SignedEvidence.read(file, policy.trust());
      evidence = trusted.evidence();
      signer = trusted.by();
    }
    if (!evidence.environment().equals(before)) {
      return Gate.red(
              GateName.TESTED,
              "the evidence is of " + evidence.environment() + ", and " + before + " is before",
              List.of())
          .with(course.plan().waivers());
    }
    List<String> missing =
        EvidenceJudge.missing(evidence, policy, course.migrations(), course.now());
    String source = before + (signer == null ? "" : ", signed by " + signer);
    return (missing.isEmpty()
            ? Gate.green(
                GateName.TESTED, "the same migrations ran in " + source + needs(policy), List.of())
            : Gate.red(GateName.TESTED, "the evidence of " + source + " is not enough", missing))
        .with(course.plan().waivers());
  }

  private static String needs(EvidencePolicy policy) {
    return policy.needs().isEmpty()
        ? ""
        : ", and came out right: " + String.join(", ", policy.needs());
  }
}
