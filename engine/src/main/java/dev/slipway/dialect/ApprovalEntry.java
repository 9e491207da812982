package dev.slipway.dialect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written when somebody approves a plan.
 *
 * @param plan the SHA-256 of the plan
 * @param by who does
 * @param via how that is known, such as the run of a pipeline; null where they say so themselves
 * @param reason what they say about it; null for nothing
 * @param at when
 * @param expires until when it holds
 * @param signature the signature of all this with a key of theirs; null without one
 * @param from the user and the machine that wrote it
 * @param tool the version of Slipway
 */
public record ApprovalEntry(
    String plan,
    String by,
    @Nullable String via,
    @Nullable String reason,
    Instant at,
    Instant expires,
    @Nullable String signature,
    String from,
    String tool) {

  /** The same with a signature. */
  public ApprovalEntry signed(String other) {
    return new ApprovalEntry(plan, by, via, reason, at, expires, other, from, tool);
  }
}
