package dev.slipway.notification;

import java.time.Instant;
import java.util.Map;

/**
 * What happened.
 *
 * @param event which event it is, one of {@link dev.slipway.config.NotifySettings#EVENTS}
 * @param environment where it happened
 * @param summary a sentence for a person
 * @param at when
 * @param facts more for programs: texts, numbers, lists, maps; no secrets
 */
public record Notice(
    String event, String environment, String summary, Instant at, Map<String, Object> facts) {

  /** Copies the facts. */
  public Notice {
    facts = Map.copyOf(facts);
  }
}
