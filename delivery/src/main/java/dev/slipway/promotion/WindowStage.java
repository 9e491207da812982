package dev.slipway.promotion;

import dev.slipway.config.Freeze;
import dev.slipway.config.Window;
import dev.slipway.watch.WatchBaseline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether the environment may be changed at this hour, by its server's clock. */
final class WindowStage implements Stage {

  @Override
  public State state() {
    return State.WINDOW;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    Found found = Found.of(List.of(gate(course)));
    return found.isPassed()
        ? new Found(
            found.outcome(),
            found.says(),
            found.gates(),
            new Kept(found.says(), found.gates(), WatchStage.baseline(course)))
        : found;
  }

  /**
   * What is kept of it.
   *
   * @param says what was found
   * @param gates the gate
   * @param baseline how the environment did before anything was changed; null where it is not going
   *     to be watched
   */
  record Kept(String says, List<Gate> gates, @Nullable WatchBaseline baseline) {}

  static Gate gate(Course course) {
    return gate(course.policy().windows(), course.policy().freezes(), course.now())
        .with(course.plan().waivers());
  }

  static Gate gate(List<Window> windows, List<Freeze> freezes, Instant now) {
    for (Freeze freeze : freezes) {
      if (freeze.holds(now)) {
        return Gate.red(
            GateName.WINDOW,
            "frozen from " + freeze.from() + " to " + freeze.to() + ": " + freeze.reason(),
            List.of());
      }
    }
    if (windows.isEmpty()) {
      return Gate.green(GateName.WINDOW, "any time will do", List.of());
    }
    List<String> texts = windows.stream().map(Window::text).toList();
    if (windows.stream().anyMatch(window -> window.isOpen(now))) {
      return Gate.green(GateName.WINDOW, "open now", texts);
    }
    Instant next =
        windows.stream().map(window -> window.next(now)).min(Instant::compareTo).orElse(now);
    return Gate.red(GateName.WINDOW, "closed now; it opens at " + next, texts);
  }
}
