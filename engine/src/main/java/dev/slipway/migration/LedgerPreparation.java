package dev.slipway.migration;

import dev.slipway.error.SlipwayException;

/** Makes a target ready for what keeps its records beside those of the executor. */
public final class LedgerPreparation {

  private LedgerPreparation() {}

  /**
   * Creates the ledger where there is none, and brings an older one to the newest form, under the
   * target's lock.
   *
   * @param target whose ledger it is
   * @param options how long its lock is waited for
   * @throws SlipwayException when the lock is held for longer, or the target refuses
   */
  public static void prepare(Target target, ExecutorOptions options) {
    LockedSession.open(target, "prepare", options).close();
  }
}
