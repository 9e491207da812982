package dev.slipway.watch;

import dev.slipway.verification.Check;
import dev.slipway.verification.CheckResult;
import dev.slipway.verification.Verification;
import dev.slipway.watch.Figure.Unit;
import java.util.List;

/** Queries whose expectations have to hold at every moment. */
final class Invariants {

  /** What the names of their figures begin with. */
  static final String PREFIX = "invariant ";

  private final Verification verification;
  private final List<Check> checks;

  Invariants(Verification verification, List<Check> checks) {
    this.verification = verification;
    this.checks = checks;
  }

  List<Figure> measure() {
    return verification.run(checks).stream().map(Invariants::figure).toList();
  }

  private static Figure figure(CheckResult result) {
    return new Figure(
        PREFIX + result.name(),
        (double) result.failures().size(),
        Unit.COUNT,
        0.0,
        result.isPassed() ? null : String.join("; ", result.failures()));
  }
}
