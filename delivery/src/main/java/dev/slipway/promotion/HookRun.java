package dev.slipway.promotion;

import dev.slipway.config.Hook;
import dev.slipway.program.ProgramRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the programs around the migrations, in the folder of {@code slipway.yml}, with the variables
 * of the process and what the promotion is about. What they print is told, and never kept.
 */
final class HookRun {

  private static final int LAST_LINES = 10;

  private HookRun() {}

  /**
   * Runs one.
   *
   * @param name its key in the configuration
   * @return what is wrong, a sentence's end; null where all is right or there is no such program
   */
  static @Nullable String failure(Course course, String name, @Nullable Hook hook) {
    if (hook == null) {
      return null;
    }
    long began = System.nanoTime();
    ProgramRun run;
    try {
      run =
          ProgramRun.of(
              hook.command(), course.configuration().root(), variables(course), hook.timeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a hook was interrupted", e);
    }
    String failure =
        run.failure() == null
            ? run.exit() == 0 ? null : "it ended with " + run.exit()
            : run.failure();
    List<String> lines = run.output().lines().toList();
    course
        .progress()
        .hook(
            name,
            failure,
            failure == null
                ? List.of()
                : lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()),
            Duration.ofNanos(System.nanoTime() - began));
    return failure == null
        ? null
        : "the hook " + name + " (" + hook.command().getFirst() + ") failed: " + failure;
  }

  private static Map<String, String> variables(Course course) {
    Map<String, String> variables = new HashMap<>(course.options().variables());
    variables.put("SLIPWAY_ENVIRONMENT", course.environment());
    variables.put("SLIPWAY_PLAN", course.plan().hash());
    variables.put("SLIPWAY_MIGRATIONS", String.join(" ", course.plan().names()));
    return variables;
  }
}
