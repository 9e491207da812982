package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * A file that goes into a bucket while it is written: in one request where it is small, else in
 * parts, of which one is held in memory. Not thread-safe.
 */
final class BucketUpload implements FileSink {

  /** At least 5 MiB, by the rules of S3. */
  private static final int PART_BYTES = 8 << 20;

  /** A file has 10,000 parts at most: of a very long one they get longer. */
  private static final int LONG_PART_BYTES = 64 << 20;

  private static final int SHORT_PARTS = 1000;
  private static final int FIRST_BYTES = 1 << 16;

  private final BucketStore store;
  private final String key;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] buffer = new byte[FIRST_BYTES];
  private int filled;
  private @Nullable String upload;
  private boolean isFinished;

  BucketUpload(BucketStore store, String key) {
    this.store = store;
    this.key = key;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int from = offset;
    int left = count;
    while (left > 0) {
      int most = parts.size() < SHORT_PARTS ? PART_BYTES : LONG_PART_BYTES;
      if (filled == most) {
        send();
        continue;
      }
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(most, 2 * buffer.length));
      }
      int some = Math.min(left, buffer.length - filled);
      System.arraycopy(bytes, from, buffer, filled, some);
      filled += some;
      from += some;
      left -= some;
    }
  }

  @Override
  public void finish() throws IOException {
    String begun = upload;
    if (begun == null) {
      store.ask(
          store.address(key),
          s3 -> s3.putObject(request -> request.bucket(store.name()).key(key), body()));
    } else {
      send();
      store.ask(
          store.address(key),
          s3 ->
              s3.completeMultipartUpload(request ->
                  request
                      .bucket(store.name())
                      .key(key)
                      .uploadId(begun)
                      .multipartUpload(whole -> whole.parts(parts))));
    }
    isFinished = true;
  }

  private void send() throws IOException {
    String id = upload == null ? begin() : upload;
    upload = id;
    int number = parts.size() + 1;
    String tag =
        store.ask(
            store.address(key),
            s3 ->
                s3.uploadPart(
                        request ->
                            request.bucket(store.name()).key(key).uploadId(id).partNumber(number),
                        body())
                    .eTag());
    parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    filled = 0;
  }

  private String begin() throws IOException {
    return store.ask(
        store.address(key),
        s3 ->
            s3.createMultipartUpload(request -> request.bucket(store.name()).key(key)).uploadId());
  }

  /** What is held; it is read again where a request is repeated. */
  private RequestBody body() {
    int count = filled;
    ContentStreamProvider content =
        ContentStreamProvider.fromInputStreamSupplier(
            () -> new ByteArrayInputStream(buffer, 0, count));
    return RequestBody.fromContentProvider(content, count, "application/octet-stream");
  }

  @Override
  public void close() {
    String begun = upload;
    if (isFinished || begun == null) {
      return;
    }
    try {
      store.ask(
          store.address(key),
          s3 ->
              s3.abortMultipartUpload(
                  request -> request.bucket(store.name()).key(key).uploadId(begun)));
    } catch (IOException | SlipwayException e) {
      // parts that are left belong to no file; prune takes them away
    }
  }
}
