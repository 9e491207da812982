package dev.slipway.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one backup are encrypted, each bound to the backup and to its name, so that one
 * can't stand in the place of another. Immutable.
 *
 * @param key with what; null for not at all
 * @param identity the backup's
 */
record FileSeal(@Nullable BackupKey key, String identity) {

  static final FileSeal NONE = new FileSeal(null, "");

  /** What is written into it arrives encrypted in another stream; closing it closes that. */
  OutputStream into(OutputStream out, String file) throws IOException {
    return key == null ? out : key.encrypting(out, identity + "/" + file);
  }

  /** The bytes of a file as they were. */
  InputStream from(InputStream in, String file) throws IOException {
    if (key == null) {
      return in;
    }
    var stored = new Stored(in);
    return new FilterInputStream(key.decrypting(stored, identity + "/" + file)) {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int count) throws IOException {
        try {
          return super.read(bytes, offset, count);
        } catch (IOException e) {
          if (stored.failure != null) {
            throw stored.failure;
          }
          // what the library says of it is about its buffers
          throw new IOException("it can't be decrypted: it was changed, or belongs elsewhere", e);
        }
      }
    };
  }

  /** Remembers a failure that is not one of decrypting. */
  private static final class Stored extends FilterInputStream {

    private @Nullable IOException failure;

    Stored(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      try {
        return super.read(bytes, offset, count);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
