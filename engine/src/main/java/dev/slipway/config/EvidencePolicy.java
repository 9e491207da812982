package dev.slipway.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What has to be known of a migration from the environment before.
 *
 * @param maxAge how old what was found out there may be
 * @param needs what has to have been done there and come out right, beside the migration itself:
 *     {@code verify}, {@code smoke}, {@code soak}
 * @param trust the public keys (Ed25519, X.509, Base64) of those whose files of evidence count, by
 *     their names
 */
public record EvidencePolicy(Duration maxAge, List<String> needs, Map<String, String> trust) {

  /** What {@code needs} may name. */
  public static final List<String> KINDS = List.of("verify", "smoke", "soak");

  private static final Duration DEFAULT_AGE = Duration.ofDays(14);

  /** Copies the collections. */
  public EvidencePolicy {
    needs = List.copyOf(needs);
    trust = Map.copyOf(trust);
  }

  /** Verified there within the last fourteen days. */
  public static EvidencePolicy standard() {
    return new EvidencePolicy(DEFAULT_AGE, List.of("verify"), Map.of());
  }
}
