package dev.slipway.backup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * A checksum of rows that does not depend on their order: the sum of the 128-bit hashes of all
 * rows, so that a row too many counts as much as one that is missing. It tells copies apart that
 * went wrong; who changes a file on purpose is told by its SHA-256. Not thread-safe.
 *
 * <p>The hash is MurmurHash3 for 64-bit machines with the seed 0. It is written out here since it
 * runs for each row: eight bytes are read at once, and nothing is allocated.
 */
final class RowChecksum {

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BLOCK_BYTES = 16;

  private long high;
  private long low;

  /** Adds a row. */
  void add(byte[] row) {
    long first = 0;
    long second = 0;
    int whole = row.length & -BLOCK_BYTES;
    for (int at = 0; at < whole; at += BLOCK_BYTES) {
      first ^= mixedFirst((long) EIGHT_BYTES.get(row, at));
      first = (Long.rotateLeft(first, 27) + second) * 5 + 0x52dce729L;
      second ^= mixedSecond((long) EIGHT_BYTES.get(row, at + Long.BYTES));
      second = (Long.rotateLeft(second, 31) + first) * 5 + 0x38495ab5L;
    }
    int split = Math.min(row.length, whole + Long.BYTES);
    first ^= mixedFirst(rest(row, whole, split));
    second ^= mixedSecond(rest(row, split, row.length));
    first ^= row.length;
    second ^= row.length;
    first += second;
    second += first;
    first = spread(first);
    second = spread(second);
    first += second;
    second += first;
    high += first;
    low += second;
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

  /** Fewer than nine bytes as a number, the first one last; nothing is 0, which mixes to 0. */
  private static long rest(byte[] row, int from, int end) {
    long bytes = 0;
    for (int at = end - 1; at >= from; at--) {
      bytes = (bytes << Byte.SIZE) | (row[at] & 0xff);
    }
    return bytes;
  }

  private static long mixedFirst(long bytes) {
    return Long.rotateLeft(bytes * 0x87c37b91114253d5L, 31) * 0x4cf5ad432745937fL;
  }

  private static long mixedSecond(long bytes) {
    return Long.rotateLeft(bytes * 0x4cf5ad432745937fL, 33) * 0x87c37b91114253d5L;
  }

  /** Every bit changes half of the others. */
  private static long spread(long bits) {
    long spread = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    spread = (spread ^ (spread >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return spread ^ (spread >>> 33);
  }
}
