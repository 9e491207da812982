package dev.slipway.config;

import java.time.Duration;
import java.util.Map;

/**
 * Who has to approve a plan.
 *
 * @param count how many people; 0 for nobody
 * @param expires for how long an approval holds
 * @param notAuthor whether who wrote a migration or asked for the promotion does not count
 * @param keys the public keys (Ed25519, X.509, Base64) of those whose approval counts, by their
 *     names; empty where anybody's does who may write to the ledger
 */
public record ApprovalPolicy(
    int count, Duration expires, boolean notAuthor, Map<String, String> keys) {

  private static final Duration DEFAULT_EXPIRY = Duration.ofHours(24);

  /** Copies the keys. */
  public ApprovalPolicy {
    keys = Map.copyOf(keys);
  }

  /** One person, for a day. */
  public static ApprovalPolicy standard() {
    return new ApprovalPolicy(1, DEFAULT_EXPIRY, false, Map.of());
  }

  /** Nobody. */
  public static ApprovalPolicy none() {
    return new ApprovalPolicy(0, DEFAULT_EXPIRY, false, Map.of());
  }
}
