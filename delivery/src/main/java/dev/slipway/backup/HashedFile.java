package dev.slipway.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file and knows its hash and its length. It is on the disk when it is closed, or when
 * {@link FileForcing} says so that it was handed to.
 */
final class HashedFile extends OutputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final DigestOutputStream out;
  private final MessageDigest digest = sha256();
  private final @Nullable FileForcing forcing;
  private long length;
  private boolean isClosed;

  HashedFile(Path file) throws IOException {
    this(file, null);
  }

  /**
   * @param forcing what brings it to the disk once it is closed; null when closing does
   */
  HashedFile(Path file, @Nullable FileForcing forcing) throws IOException {
    this.forcing = forcing;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    length++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    length += count;
  }

  @Override
  public void close() throws IOException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    if (forcing != null) {
      forcing.force(channel);
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  /** How many bytes were written. */
  long length() {
    return length;
  }

  /** The hash of all that was written; asked for once, at the end. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of a file as it is. */
  static String hashOf(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
