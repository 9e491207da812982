package dev.slipway.plan;

import dev.slipway.plan.HazardCode.Severity;
import java.time.Duration;

/**
 * How fast a server gets through a table for what a hazard tells of.
 *
 * <p>The rates are careful ones. A volume of the kind that clouds give by default reads and writes
 * 125 MB a second (Amazon EBS User Guide, General Purpose SSD volumes: the baseline of gp3). A scan
 * reads each byte once; a build of an index reads, sorts and writes about half of it again; what is
 * written anew is read, written, and written to the log, with its indexes after it; rows that are
 * changed one by one add a version each, and an entry to each index.
 */
enum Rate {
  /** Nothing of the table is gone through. */
  NONE(0),
  /** A lock alone: that it is held takes no time, that it is waited for does. */
  LOCK(0),
  /** Each row is read. */
  SCAN(100),
  /** An index is built. */
  BUILD(50),
  /** Each row is written anew. */
  REWRITE(40),
  /** Each row is changed or deleted by a statement. */
  CHANGE(15);

  private static final long MEGABYTE = 1_000_000;

  private final int megabytesPerSecond;

  Rate(int megabytesPerSecond) {
    this.megabytesPerSecond = megabytesPerSecond;
  }

  /** How long it takes, about. */
  Duration on(TableSize size) {
    return megabytesPerSecond == 0
        ? Duration.ZERO
        : Duration.ofMillis(size.bytes() * 1000 / (megabytesPerSecond * MEGABYTE));
  }

  /** What the server does in the case of a hazard. */
  static Rate of(HazardCode code) {
    return switch (code) {
      case TABLE_REWRITE,
          VOLATILE_DEFAULT,
          STORED_GENERATED_COLUMN,
          COUNTING_COLUMN,
          STORAGE_CHANGE ->
          REWRITE;
      case BLOCKING_INDEX_BUILD, BLOCKING_REINDEX -> BUILD;
      case VALIDATE_WITH_ADD, CHECKED_AT_ONCE, SCAN_UNDER_LOCK -> SCAN;
      case UPDATE_ALL_ROWS, DELETE_ALL_ROWS, ROWS_UNDER_LOCK -> CHANGE;
      case BLOCKING_INDEX_DROP, BLOCKING_DETACH -> LOCK;
      default -> code.severity() == Severity.MAY_FAIL ? SCAN : NONE;
    };
  }
}
