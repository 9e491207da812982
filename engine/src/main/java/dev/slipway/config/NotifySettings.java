package dev.slipway.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what happens in environments, by a request.
 *
 * @param url where to
 * @param events what is told; empty for all of {@link #EVENTS}
 * @param secret what requests are signed with; null for nothing
 * @param unset the variables of it that have no value
 */
public record NotifySettings(
    Filled url, List<String> events, @Nullable Filled secret, List<ConfigurationProblem> unset) {

  /** What can happen. */
  public static final List<String> EVENTS =
      List.of(
          "watch-passed",
          "watch-breached",
          "promotion-waiting",
          "promotion-done",
          "promotion-rolled-back",
          "promotion-stopped");

  /** Copies the lists. */
  public NotifySettings {
    events = List.copyOf(events);
    unset = List.copyOf(unset);
  }

  /** Whether it is told of an event. */
  public boolean hears(String event) {
    return events.isEmpty() || events.contains(event);
  }
}
