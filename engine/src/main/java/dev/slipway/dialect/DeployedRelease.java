package dev.slipway.dialect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release of an application that works with a target.
 *
 * @param name what it is called
 * @param startedAt since when
 * @param by the role that said so
 * @param from the user and the host that said so
 * @param endedAt since when it runs nowhere any more; null while it does
 * @param uses the tables and columns that it uses
 */
public record DeployedRelease(
    String name,
    Instant startedAt,
    String by,
    String from,
    @Nullable Instant endedAt,
    List<ReleaseUse> uses) {

  /** Copies the list. */
  public DeployedRelease {
    uses = List.copyOf(uses);
  }

  /** Whether it still runs. */
  public boolean isDeployed() {
    return endedAt == null;
  }
}
