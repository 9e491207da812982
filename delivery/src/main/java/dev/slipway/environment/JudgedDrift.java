package dev.slipway.environment;

import dev.slipway.workspace.Drift;
import dev.slipway.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An environment's drift beside what may stay of it.
 *
 * @param drift all of it
 * @param unexpected what is not accepted
 * @param accepted what is, in the order of the file
 * @param gone what is accepted and is not there any more
 * @param file the list of what is accepted
 */
public record JudgedDrift(
    Drift drift,
    List<Drift.Difference> unexpected,
    List<AcceptedDrift.Entry> accepted,
    List<AcceptedDrift.Entry> gone,
    AcceptedDrift file) {

  /** Copies the lists. */
  public JudgedDrift {
    unexpected = List.copyOf(unexpected);
    accepted = List.copyOf(accepted);
    gone = List.copyOf(gone);
  }

  /**
   * Looks at an environment; nothing is written.
   *
   * @param workspace the project
   * @param environment its name
   * @throws dev.slipway.error.SlipwayException when the environment or the list can't be read
   */
  public static JudgedDrift of(Workspace workspace, String environment) {
    AcceptedDrift file = AcceptedDrift.of(workspace.migrations().path(), environment);
    List<AcceptedDrift.Entry> entries = file.read();
    Drift drift = workspace.drift(environment);
    Set<String> there =
        drift.differences().stream().map(Drift.Difference::mark).collect(Collectors.toSet());
    Set<String> listed =
        entries.stream().map(AcceptedDrift.Entry::mark).collect(Collectors.toSet());
    return new JudgedDrift(
        drift,
        drift.differences().stream().filter(each -> !listed.contains(each.mark())).toList(),
        entries.stream().filter(entry -> there.contains(entry.mark())).toList(),
        entries.stream().filter(entry -> !there.contains(entry.mark())).toList(),
        file);
  }

  /**
   * Accepts what is unexpected, and forgets what is gone.
   *
   * @param reason why it may stay
   * @param clock tells the day
   */
  public void accept(String reason, Clock clock) {
    List<AcceptedDrift.Entry> entries = new ArrayList<>(accepted);
    for (Drift.Difference each : unexpected) {
      entries.add(
          new AcceptedDrift.Entry(
              each.change().id().toString(),
              each.mark(),
              reason,
              System.getProperty("user.name", "unknown"),
              LocalDate.now(clock).toString()));
    }
    file.write(entries);
  }
}
