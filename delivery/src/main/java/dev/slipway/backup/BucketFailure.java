package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What a bucket's refusal means. What a server says in words stays unsaid: it may name a key. */
final class BucketFailure {

  private static final int MOVED = 301;
  private static final int BAD_LOGIN = 401;
  private static final int FORBIDDEN = 403;
  private static final int PRECONDITION = 412;

  private BucketFailure() {}

  /**
   * A failure as this package tells it.
   *
   * @param what the address that was asked for
   * @param bucket the address of the bucket
   * @return a file that is not there, or what a try later may not meet
   * @throws SlipwayException when the bucket is not there, can't be reached or refuses
   */
  static IOException of(SdkException e, String what, String bucket) {
    return switch (e) {
      case NoSuchKeyException missing -> {
        var none = new NoSuchFileException(what);
        none.initCause(missing);
        yield none;
      }
      case NoSuchBucketException missing ->
          throw refused("There is no bucket " + bucket + ".", missing);
      case AwsServiceException answered -> answered(answered, what, bucket);
      default -> throw unreachable(e, bucket);
    };
  }

  private static IOException answered(AwsServiceException e, String what, String bucket) {
    String code =
        e.awsErrorDetails() == null
            ? ""
            : Objects.requireNonNullElse(e.awsErrorDetails().errorCode(), "");
    String answer = code.isEmpty() ? String.valueOf(e.statusCode()) : code;
    return switch (e.statusCode()) {
      case BAD_LOGIN, FORBIDDEN ->
          throw refused("The bucket " + bucket + " refused: " + answer + ".", e);
      case MOVED -> throw refused("The bucket " + bucket + " is in another region.", e);
      case PRECONDITION -> new IOException(what + " was changed by somebody else", e);
      default -> new IOException("the bucket answered " + answer, e);
    };
  }

  private static SlipwayException refused(String what, SdkException e) {
    return new SlipwayException(
        BackupError.BUCKET_REFUSED,
        what,
        "Look at name, region and keys under backups: { bucket: … } of slipway.yml, and at what"
            + " they may do there: list, get, put and delete.",
        e);
  }

  private static SlipwayException unreachable(SdkException e, String bucket) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("load credentials") || message.contains("load region")) {
      return refused(
          "Neither slipway.yml nor this machine says "
              + (message.contains("region") ? "in which region " : "with which keys ")
              + bucket
              + " is entered.",
          e);
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new SlipwayException(
        BackupError.BUCKET_UNREACHABLE,
        "The bucket " + bucket + " can't be reached: " + cause.getMessage() + ".",
        "Look at the endpoint and at the network between, then run the command again.",
        e);
  }
}
