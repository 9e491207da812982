package dev.slipway.backup;

import dev.slipway.config.BackupBucket;
import dev.slipway.config.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A server that speaks S3 on this machine, with one bucket, whose objects are files. */
final class S3Server implements AutoCloseable {

  static final String BUCKET = "shop-backups";
  private static final String IDENTITY = "the-access-key";
  private static final String SECRET = "the-secret-key-of-the-bucket";

  private final S3Proxy server;
  private final Path objects;

  /**
   * @param folder an empty folder
   */
  S3Server(Path folder) throws Exception {
    this.objects = Files.createDirectories(folder.resolve(BUCKET));
    this.server =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, IDENTITY, SECRET)
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .build();
    server.start();
  }

  int port() {
    return server.getPort();
  }

  BackupBucket settings() {
    return settings(BUCKET, SECRET, port());
  }

  static BackupBucket settings(String bucket, String secret, int port) {
    return new BackupBucket(
        bucket,
        "all/of/them",
        null,
        URI.create("http://127.0.0.1:" + port),
        /* pathStyle= */ true,
        new Secret("the access key", () -> IDENTITY),
        new Secret("the secret key", () -> secret));
  }

  /** The folder that an environment's backups are in. */
  Path objects() {
    return objects.resolve("all/of/them/trial");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
