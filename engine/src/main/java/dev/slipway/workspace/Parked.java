package dev.slipway.workspace;

import dev.slipway.dialect.ParkedThing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is parked in an environment.
 *
 * @param object what it was, in words; null where the ledger does not know
 * @param migration the migration that parked it; null where none did, or it is not known
 * @param since when it was parked
 * @param until until when it can be brought back; {@code purge} takes it then
 * @param thing what is there of it
 */
public record Parked(
    @Nullable String object,
    @Nullable String migration,
    Instant since,
    Instant until,
    ParkedThing thing) {

  /** What it was, or what it is called now where that is not known. */
  public String words() {
    return object == null ? thing.id().toString() : object;
  }
}
