package dev.slipway.dialect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of something parked.
 *
 * @param label by which its names there are known
 * @param migration the migration that parked it; null where no migration did
 * @param object what it was, in words: {@code column public.todo.text}
 * @param place what it is called there, dotted
 * @param since when it was parked
 * @param purgedAt when it was dropped for good; null while it is there
 */
public record ParkedEntry(
    String label,
    @Nullable String migration,
    String object,
    String place,
    Instant since,
    @Nullable Instant purgedAt) {

  /** Whether it is rows that a statement took, and not a column, table or type. */
  public boolean isRows() {
    return object.startsWith(RowsAside.WORDS);
  }
}
