package dev.slipway.cli.command;

import dev.slipway.cli.output.Console;
import dev.slipway.dialect.LockHolder;
import dev.slipway.migration.Progress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says on standard error how far a run is: one line for each transaction that is committed. */
final class ConsoleProgress implements Progress {

  private final Console console;
  private final String verb;
  private @Nullable LockHolder told;

  /**
   * @param console where it is said
   * @param verb what was done to a part that is committed: {@code applied}; empty when the command
   *     says so itself
   */
  ConsoleProgress(Console console, String verb) {
    this.console = console;
    this.verb = verb;
  }

  @Override
  public void waiting(LockHolder holder) {
    if (!holder.equals(told)) {
      told = holder;
      console.note("waiting for " + holder);
    }
  }

  @Override
  public void notice(String message) {
    console.note(console.noteStyle().faint("  server: " + message));
  }

  @Override
  public void recorded(int number, int of) {
    if (of > 1 && !verb.isEmpty()) {
      console.note(console.noteStyle().faint("  segment " + number + " of " + of));
    }
  }

  @Override
  public void finished(String name, Duration duration) {
    if (verb.isEmpty()) {
      return;
    }
    console.note(
        console.noteStyle().good(verb)
            + " "
            + name
            + console.noteStyle().faint("  " + duration.toMillis() + " ms"));
  }

  @Override
  public void stoodIn(String name, List<String> names) {
    if (!verb.isEmpty()) {
      console.note("recorded " + name + " in place of " + String.join(", ", names));
    }
  }
}
