package dev.slipway.promotion;

import dev.slipway.config.Freeze;
import dev.slipway.config.Window;
import java.time.Instant;
import java.util.List;

/** Looks whether the environment may be changed at this hour, by its server's clock. */
final class WindowStage implements Stage {

  @Override
  public State state() {
    return State.WINDOW;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    return Found.of(List.of(gate(course)));
  }

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
