package dev.slipway.backup;

import dev.slipway.config.BackupBucket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Backups in a bucket that speaks S3. There is no rename there: a backup is one as soon as it has a
 * manifest, which is written last and removed first.
 */
final class BucketStore extends BackupStore {

  private static final int OBJECTS_AT_ONCE = 1000;

  private final BackupBucket settings;
  private final String prefix;
  private @Nullable S3Client client;

  /**
   * @param environment whose backups
   */
  BucketStore(BackupBucket settings, String environment) {
    this.settings = settings;
    this.prefix = (settings.prefix().isEmpty() ? "" : settings.prefix() + "/") + environment + "/";
  }

  @Override
  public String place(String name) {
    return address(prefix + name);
  }

  @Override
  public String toString() {
    return address(prefix.substring(0, prefix.length() - 1));
  }

  @Override
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : all()) {
      if (isWhole(name)) {
        names.add(name);
      }
    }
    return names;
  }

  @Override
  List<UnfinishedBackup> unfinished() throws IOException {
    List<UnfinishedBackup> unfinished = new ArrayList<>();
    for (String name : all()) {
      if (!isWhole(name)) {
        Instant last =
            objects(name).stream()
                .map(S3Object::lastModified)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        unfinished.add(new UnfinishedBackup(name, last));
      }
    }
    for (MultipartUpload upload : uploads("")) {
      String name = upload.key().substring(prefix.length()).replaceFirst("/.*", "");
      if (unfinished.stream().noneMatch(each -> each.name().equals(name)) && !isWhole(name)) {
        unfinished.add(new UnfinishedBackup(name, upload.initiated()));
      }
    }
    return unfinished;
  }

  private List<String> all() throws IOException {
    return ask(
        toString(),
        s3 ->
            s3
                .listObjectsV2Paginator(
                    request -> request.bucket(settings.name()).prefix(prefix).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix)
                .map(each -> each.substring(prefix.length(), each.length() - 1))
                .toList());
  }

  private boolean isWhole(String name) throws IOException {
    try {
      length(name, BackupFolder.MANIFEST);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private List<S3Object> objects(String name) throws IOException {
    return ask(
        place(name),
        s3 ->
            s3
                .listObjectsV2Paginator(
                    request -> request.bucket(settings.name()).prefix(prefix + name + "/"))
                .contents()
                .stream()
                .toList());
  }

  private List<MultipartUpload> uploads(String below) throws IOException {
    return ask(
        place(below),
        s3 ->
            s3
                .listMultipartUploadsPaginator(
                    request -> request.bucket(settings.name()).prefix(prefix + below))
                .uploads()
                .stream()
                .toList());
  }

  @Override
  boolean has(String name) throws IOException {
    return !objects(name).isEmpty();
  }

  @Override
  @Nullable Path folder(String name) {
    return null;
  }

  @Override
  BackupDraft begin(String name) {
    return new BucketDraft(this, name);
  }

  @Override
  InputStream read(String name, String file) throws IOException {
    return new BucketInput(this, key(name, file));
  }

  @Override
  long length(String name, String file) throws IOException {
    String key = key(name, file);
    return ask(
        address(key),
        s3 -> s3.headObject(request -> request.bucket(settings.name()).key(key)).contentLength());
  }

  @Override
  void write(String name, String file, byte[] content) throws IOException {
    String key = key(name, file);
    ask(
        address(key),
        s3 ->
            s3.putObject(
                request -> request.bucket(settings.name()).key(key),
                RequestBody.fromBytes(content)));
  }

  /** Writes a manifest, unless there is one. */
  void writeManifest(String name, byte[] content) throws IOException {
    String key = key(name, BackupFolder.MANIFEST);
    ask(
        address(key),
        s3 ->
            s3.putObject(
                request -> request.bucket(settings.name()).key(key).ifNoneMatch("*"),
                RequestBody.fromBytes(content)));
  }

  @Override
  void remove(String name) throws IOException {
    String manifest = key(name, BackupFolder.MANIFEST);
    length(name, BackupFolder.MANIFEST);
    ask(
        address(manifest),
        s3 -> s3.deleteObject(request -> request.bucket(settings.name()).key(manifest)));
    removeUnfinished(name);
  }

  @Override
  void removeUnfinished(String name) throws IOException {
    for (MultipartUpload upload : uploads(name + "/")) {
      ask(
          address(upload.key()),
          s3 ->
              s3.abortMultipartUpload(request ->
                  request.bucket(settings.name()).key(upload.key()).uploadId(upload.uploadId())));
    }
    List<ObjectIdentifier> objects =
        objects(name).stream()
            .map(each -> ObjectIdentifier.builder().key(each.key()).build())
            .toList();
    for (int from = 0; from < objects.size(); from += OBJECTS_AT_ONCE) {
      List<ObjectIdentifier> some =
          objects.subList(from, Math.min(objects.size(), from + OBJECTS_AT_ONCE));
      var refused =
          ask(
              place(name),
              s3 ->
                  s3.deleteObjects(request ->
                          request.bucket(settings.name()).delete(all -> all.objects(some)))
                      .errors());
      if (!refused.isEmpty()) {
        throw new IOException("the bucket answered " + refused.getFirst().code());
      }
    }
  }

  /** Something that is asked of the bucket. */
  interface Question<T> {
    T ask(S3Client s3);
  }

  /**
   * Asks, and tells what a failure means.
   *
   * @param what the address that is asked for
   */
  <T> T ask(String what, Question<T> question) throws IOException {
    try {
      return question.ask(client());
    } catch (SdkException e) {
      throw BucketFailure.of(e, what, bucket());
    }
  }

  /** What the bucket is called. */
  String name() {
    return settings.name();
  }

  /** The key of a file. */
  String key(String name, String file) {
    return prefix + name + "/" + file;
  }

  /** Where a key is, as it is told. */
  String address(String key) {
    return "s3://" + settings.name() + "/" + key;
  }

  private String bucket() {
    return settings.name() + (settings.endpoint() == null ? "" : " at " + settings.endpoint());
  }

  /** Made when it is needed first, since its keys are fetched then. */
  private synchronized S3Client client() {
    if (client == null) {
      client = BucketClient.of(settings);
    }
    return client;
  }
}
