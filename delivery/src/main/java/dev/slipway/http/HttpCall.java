package dev.slipway.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method in upper case
 * @param address where to, of http or https
 * @param headers the headers by name
 * @param body what is sent; null for nothing
 * @param limit how long it may take until the whole answer is there
 */
public record HttpCall(
    String method,
    URI address,
    Map<String, String> headers,
    @Nullable String body,
    Duration limit) {

  /** Copies the headers. */
  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** The method alone: addresses and headers hold secrets. */
  @Override
  public String toString() {
    return method;
  }
}
