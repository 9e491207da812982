package dev.slipway.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What was answered.
 *
 * @param status the status
 * @param headers the values of each header by its name in lower case
 * @param body the first MiB of the body, as UTF-8 text
 * @param took from the request to the end of the answer
 */
public record HttpReply(int status, Map<String, List<String>> headers, String body, Duration took) {

  /** Copies the headers. */
  public HttpReply {
    headers = Map.copyOf(headers);
  }
}
