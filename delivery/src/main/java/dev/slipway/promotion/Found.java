package dev.slipway.promotion;

import dev.slipway.dialect.DeploymentStep;
import java.util.List;

/**
 * What came out of a state.
 *
 * @param outcome whether all is right
 * @param says what was found, a sentence
 * @param gates the gates that were looked at
 * @param document what is kept of it
 */
record Found(DeploymentStep.Outcome outcome, String says, List<Gate> gates, Object document) {

  Found {
    gates = List.copyOf(gates);
  }

  /** What is kept of gates alone. */
  record Gates(String says, List<Gate> gates) {}

  /** What is kept of something else. */
  record Done(String says, Object details) {}

  /** What gates say: none is red, or which are. */
  static Found of(List<Gate> gates) {
    List<String> red = gates.stream().filter(Gate::isRed).map(Gate::name).toList();
    String says =
        red.isEmpty()
            ? gates.size() == 1 ? gates.getFirst().says() : "no gate is red"
            : "red: " + String.join(", ", red);
    return new Found(
        red.isEmpty() ? DeploymentStep.Outcome.PASSED : DeploymentStep.Outcome.BLOCKED,
        says,
        gates,
        new Gates(says, gates));
  }

  static Found passed(String says, Object details) {
    return new Found(DeploymentStep.Outcome.PASSED, says, List.of(), new Done(says, details));
  }

  static Found failed(String says, Object details) {
    return new Found(DeploymentStep.Outcome.FAILED, says, List.of(), new Done(says, details));
  }

  boolean isPassed() {
    return outcome == DeploymentStep.Outcome.PASSED;
  }
}
