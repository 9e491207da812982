package dev.slipway.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold before migrations come into an environment, and what is done if they turn out
 * badly there.
 *
 * @param evidence what has to be known from the environment before; null for nothing
 * @param approvals who has to approve
 * @param windows when it may be changed; empty for always
 * @param freezes when it is not changed, whatever the windows say
 * @param longestLock how long a table may be locked, by prediction; null for any time
 * @param longestRun how long all migrations may take, by prediction; null for any time
 * @param backup what is demanded of a backup
 * @param rehearse how the migrations are rehearsed
 * @param onFailure what is done where they turn out badly
 * @param hooks the programs that run around them
 */
public record PromotionPolicy(
    @Nullable EvidencePolicy evidence,
    ApprovalPolicy approvals,
    List<Window> windows,
    List<Freeze> freezes,
    @Nullable Duration longestLock,
    @Nullable Duration longestRun,
    Backup backup,
    Rehearsal rehearse,
    OnFailure onFailure,
    Hooks hooks) {

  /** What is demanded of a backup. */
  public enum Backup {
    /** It is taken, and restored for trial. */
    PROVED,
    /** It is taken. */
    TAKEN,
    /** Nothing. */
    NONE
  }

  /** How migrations are rehearsed. */
  public enum Rehearsal {
    /** On a shadow with the environment's schema. */
    SCHEMA,
    /** On a copy that is restored from the newest backup. */
    DATA,
    /** Not at all. */
    NONE
  }

  /** What is done where migrations turn out badly. */
  public enum OnFailure {
    /** They are taken back, where nothing is lost by that. */
    ROLLBACK,
    /** They stay, and a person is told what to do. */
    STOP
  }

  /** Copies the lists. */
  public PromotionPolicy {
    windows = List.copyOf(windows);
    freezes = List.copyOf(freezes);
  }

  /**
   * What holds where nothing is said: a protected environment wants evidence, an approval, a proved
   * backup and a rehearsal; another one nothing.
   *
   * @param isProtected whether the environment is
   * @param hasBefore whether there is an environment before it
   */
  public static PromotionPolicy standard(boolean isProtected, boolean hasBefore) {
    return new PromotionPolicy(
        isProtected && hasBefore ? EvidencePolicy.standard() : null,
        isProtected ? ApprovalPolicy.standard() : ApprovalPolicy.none(),
        List.of(),
        List.of(),
        null,
        null,
        isProtected ? Backup.PROVED : Backup.NONE,
        isProtected ? Rehearsal.SCHEMA : Rehearsal.NONE,
        OnFailure.ROLLBACK,
        Hooks.NONE);
  }
}
