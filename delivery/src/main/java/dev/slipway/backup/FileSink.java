package dev.slipway.backup;

import java.io.IOException;

/** What takes the bytes of a file. Closed before it was finished, it leaves no file that counts. */
interface FileSink extends AutoCloseable {

  /** Takes more bytes. */
  void write(byte[] bytes, int offset, int count) throws IOException;

  /** Nothing comes any more; the file is whole when this, or the backup, is finished. */
  void finish() throws IOException;

  @Override
  void close() throws IOException;
}
