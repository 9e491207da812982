package dev.slipway.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is written and knows its hash and its length. Not thread-safe. */
final class HashedFile implements AutoCloseable {

  private final String name;
  private final FileSink sink;
  private final FileSeal seal;
  private final MessageDigest digest = sha256();
  private long length;

  /**
   * @param seal how it is encrypted; hash and length are those of what is stored
   */
  HashedFile(String name, FileSink sink, FileSeal seal) {
    this.name = name;
    this.sink = sink;
    this.seal = seal;
  }

  /** Where its bytes go; closed when there are no more. The file is not finished by that. */
  OutputStream out() throws IOException {
    return seal.into(stored(), name);
  }

  private OutputStream stored() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        digest.update(bytes, offset, count);
        sink.write(bytes, offset, count);
        length += count;
      }
    };
  }

  /**
   * Ends it, and tells what it is.
   *
   * @param rows how many rows are in it
   */
  DataFile finish(long rows) throws IOException {
    sink.finish();
    return new DataFile(name, rows, length, HexFormat.of().formatHex(digest.digest()));
  }

  /** Unless it was finished, it is forgotten. */
  @Override
  public void close() throws IOException {
    sink.close();
  }

  /** The hash of some bytes. */
  static String hashOf(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
