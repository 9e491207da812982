package dev.slipway.planner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes an edit that fails smaller, by leaving out of both schemas what they have in common while
 * it still fails in the same way.
 *
 * @param failure tries an edit: what goes wrong, null for nothing
 */
record Smaller(Function<RandomEdit, @Nullable Throwable> failure) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** So much of a message tells one failure from another; names stand behind it. */
  private static final int TELLING = 80;

  RandomEdit of(RandomEdit failed, Throwable how) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    RandomEdit smallest = failed;
    for (int width = 16; width >= 1; width /= 2) {
      for (int from = 0; from < RandomSchema.SLOTS.size(); from += width) {
        RandomEdit smaller = without(smallest, from, from + width);
        if (smaller.equals(smallest) || System.nanoTime() > end) {
          continue;
        }
        Throwable now = failure.apply(smaller);
        if (now != null && key(now).equals(key(how))) {
          smallest = smaller;
        }
      }
    }
    return smallest;
  }

  private static String key(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.getClass() + message.substring(0, Math.min(TELLING, message.length()));
  }

  private static RandomEdit without(RandomEdit edit, int from, int to) {
    List<Integer> before = new ArrayList<>(edit.before().choices());
    List<Integer> after = new ArrayList<>(edit.after().choices());
    for (int i = from; i < Math.min(to, before.size()); i++) {
      if (before.get(i).equals(after.get(i))) {
        before.set(i, 0);
        after.set(i, 0);
      }
    }
    return RandomEdit.between(
        new RandomSchema(before), new RandomSchema(after), !edit.renames().isEmpty());
  }
}
