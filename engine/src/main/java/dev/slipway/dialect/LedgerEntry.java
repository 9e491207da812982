package dev.slipway.dialect;

import dev.slipway.catalog.Fingerprint;
import java.time.Duration;
import java.util.List;

/**
 * What is written into the ledger about a migration when it is applied.
 *
 * @param name the migration's name
 * @param parents the names of its parents
 * @param up the hashes of the way forth, as it ran
 * @param down the hashes of the way back, as it was then
 * @param before the fingerprint it starts from
 * @param after the fingerprint it arrives at
 * @param from where it was run from: {@code user@host}
 * @param tool the version of Slipway that ran it
 * @param duration how long its statements took
 * @param statements how many statements ran
 */
public record LedgerEntry(
    String name,
    List<String> parents,
    ScriptHash up,
    ScriptHash down,
    Fingerprint before,
    Fingerprint after,
    String from,
    String tool,
    Duration duration,
    int statements) {

  /** Copies the names. */
  public LedgerEntry {
    parents = List.copyOf(parents);
  }
}
