package dev.slipway.dialect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of the executor, as the ledger has it.
 *
 * @param id its number
 * @param run what was asked for, from where, by which version
 * @param role the role that logged in
 * @param began when it began, by the server's clock
 * @param ended when it ended; null where it never did, or goes on
 * @param outcome how it ended; null where it never did, or goes on
 * @param code the code of what was wrong; null where nothing was
 * @param message what was wrong; null where nothing was
 * @param deployment the number of the promotion in the course of which it was; null where it was
 *     none
 * @param parts what each of its transactions did, in their order
 */
public record RunRecord(
    long id,
    Run run,
    String role,
    Instant began,
    @Nullable Instant ended,
    Run.@Nullable Outcome outcome,
    @Nullable String code,
    @Nullable String message,
    @Nullable Long deployment,
    List<Run.Part> parts) {

  /** Copies the list. */
  public RunRecord {
    parts = List.copyOf(parts);
  }
}
