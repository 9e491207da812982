package dev.slipway.backup;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object of a bucket that is read, and read on where the connection was cut, as long as it is
 * the same object. Not thread-safe.
 */
final class BucketInput extends InputStream {

  /** How often in a row nothing may come. */
  private static final int TRIES = 4;

  private final BucketStore store;
  private final String key;
  private final String tag;
  private final long length;
  private @Nullable ResponseInputStream<GetObjectResponse> in;
  private long position;
  private int failures;

  BucketInput(BucketStore store, String key) throws IOException {
    this.store = store;
    this.key = key;
    ResponseInputStream<GetObjectResponse> opened =
        store.ask(
            store.address(key),
            s3 -> s3.getObject(request -> request.bucket(store.name()).key(key)));
    this.in = opened;
    this.tag = opened.response().eTag();
    this.length = opened.response().contentLength();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    while (position < length) {
      try {
        ResponseInputStream<GetObjectResponse> from = in == null ? again() : in;
        in = from;
        int read = from.read(bytes, offset, count);
        if (read >= 0) {
          position += read;
          failures = 0;
          return read;
        }
        giveUp(new IOException("the connection was cut"));
      } catch (SdkException e) {
        giveUp(BucketFailure.of(e, store.address(key), store.name()));
      } catch (IOException e) {
        giveUp(e);
      }
    }
    return -1;
  }

  private void giveUp(IOException e) throws IOException {
    if (in != null) {
      in.abort();
      in = null;
    }
    failures++;
    if (failures >= TRIES) {
      throw new IOException("it was cut off at byte " + position + ": " + e.getMessage(), e);
    }
  }

  /** Opens it where it was cut. */
  private ResponseInputStream<GetObjectResponse> again() throws IOException {
    return store.ask(
        store.address(key),
        s3 ->
            s3.getObject(request ->
                request
                    .bucket(store.name())
                    .key(key)
                    .ifMatch(tag)
                    .range("bytes=" + position + "-")));
  }

  @Override
  public void close() {
    if (in != null) {
      // closing would read what is left
      in.abort();
    }
  }
}
