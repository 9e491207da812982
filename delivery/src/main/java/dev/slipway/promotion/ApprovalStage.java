package dev.slipway.promotion;

import java.util.List;

/** Looks for the approvals that are demanded. */
final class ApprovalStage implements Stage {

  @Override
  public State state() {
    return State.APPROVAL;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    return Found.of(List.of(gate(course)));
  }

  static Gate gate(Course course) {
    return ApprovalJudge.gate(
        course.policy().approvals(),
        course.plan(),
        course.approvals(),
        MigrationAuthors.of(course.migrations(), course.requester()),
        course.now());
  }
}
