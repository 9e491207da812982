package dev.slipway.promotion;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Red gates that turn green without anybody changing the plan: by what happens in the environment
 * before, by an approval, and by the clock.
 */
final class Awaited {

  /** How long is waited between two looks. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Set<String> COMING =
      Set.of(GateName.TESTED.word(), GateName.REVIEWED.word(), GateName.WINDOW.word());

  private final Course course;
  private final Set<String> names;

  /**
   * @param course what it is about
   * @param gates how its gates stand
   */
  Awaited(Course course, List<Gate> gates) {
    this.course = course;
    this.names = Set.copyOf(gates.stream().filter(Gate::isRed).map(Gate::name).toList());
  }

  /** Whether every red gate is one that may turn green by itself. */
  static boolean isComing(List<Gate> gates) {
    return gates.stream().filter(Gate::isRed).allMatch(gate -> COMING.contains(gate.name()));
  }

  /** Those that are still red. */
  List<Gate> red() {
    return Stream.of(GateName.TESTED, GateName.REVIEWED, GateName.WINDOW)
        .filter(name -> names.contains(name.word()))
        .map(this::gate)
        .filter(Gate::isRed)
        .toList();
  }

  private Gate gate(GateName name) {
    return switch (name) {
      case TESTED -> EvidenceStage.gate(course);
      case REVIEWED -> ApprovalStage.gate(course);
      case WINDOW -> WindowStage.gate(course);
      case PENDING,
          DRIFT,
          ROWS,
          DATA_LOSS,
          RLS,
          INDEXES,
          COMPATIBILITY,
          ROLLBACK_PLAN,
          REHEARSAL,
          PERFORMANCE,
          BACKUP ->
          throw new IllegalArgumentException(name.word());
    };
  }
}
