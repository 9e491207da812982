package dev.slipway.backup;

import dev.slipway.config.BackupBucket;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeProvider;

/**
 * Makes the client of a bucket. Each request is signed with the SHA-256 of what it carries, which
 * every server that knows the signature (version 4) compares; so no checksum of its own is needed
 * that only some servers know.
 */
final class BucketClient {

  /** A server of one's own has no regions; the signature wants one nevertheless. */
  private static final Region NO_REGION = Region.US_EAST_1;

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private BucketClient() {}

  static S3Client of(BackupBucket bucket) {
    S3AuthSchemeProvider standard = S3AuthSchemeProvider.defaultProvider();
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_WITHIN)
                    .socketTimeout(ANSWER_WITHIN)
                    .build())
            .forcePathStyle(bucket.pathStyle())
            .credentialsProvider(credentials(bucket))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .authSchemeProvider(parameters ->
                standard.resolveAuthScheme(parameters).stream()
                    .map(option ->
                        option.toBuilder()
                            .putSignerProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                            .putSignerProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, false)
                            .build())
                    .toList());
    URI endpoint = bucket.endpoint();
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (bucket.region() != null) {
      builder.region(Region.of(bucket.region()));
    } else if (endpoint != null) {
      builder.region(NO_REGION);
    }
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(BackupBucket bucket) {
    return bucket.accessKey() == null || bucket.secretKey() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(bucket.accessKey().fetch(), bucket.secretKey().fetch()));
  }
}
