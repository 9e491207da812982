package dev.slipway.backup;

import java.util.HexFormat;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * A checksum of rows that does not depend on their order: the sum of the 128-bit hashes of all
 * rows, so that a row too many counts as much as one that is missing. It tells copies apart that
 * went wrong; who changes a file on purpose is told by its SHA-256. Not thread-safe.
 */
final class RowChecksum {

  private long high;
  private long low;

  /** Adds a row. */
  void add(byte[] row) {
    long[] hash = MurmurHash3.hash128x64(row, 0, row.length, 0);
    high += hash[0];
    low += hash[1];
  }

  /** Adds all rows of another. */
  void add(RowChecksum other) {
    high += other.high;
    low += other.low;
  }

  /** As 32 lower-case hexadecimal digits. */
  String text() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
