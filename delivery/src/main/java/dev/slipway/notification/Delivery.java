package dev.slipway.notification;

import org.jspecify.annotations.Nullable;

/**
 * What became of telling one of those who want to hear of an event.
 *
 * @param url where to, with {@code ${NAME}} for what comes from variables
 * @param attempts how often it was tried
 * @param failure why nobody was told; null where somebody was
 */
public record Delivery(String url, int attempts, @Nullable String failure) {

  /** Whether somebody was told. */
  public boolean isDelivered() {
    return failure == null;
  }
}
