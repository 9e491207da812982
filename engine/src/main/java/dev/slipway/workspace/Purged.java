package dev.slipway.workspace;

import java.util.List;

/**
 * What {@code purge} dropped for good.
 *
 * @param environment the environment's name
 * @param gone what went, or would go
 * @param kept what stays for now
 * @param done whether it went
 */
public record Purged(String environment, List<Parked> gone, List<Parked> kept, boolean done) {

  /** Copies the lists. */
  public Purged {
    gone = List.copyOf(gone);
    kept = List.copyOf(kept);
  }
}
