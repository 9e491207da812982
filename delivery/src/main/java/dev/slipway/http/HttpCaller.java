package dev.slipway.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests: start here. HTTP/1.1, TLS checked as the JDK does, redirections are answers and
 * are not followed. Thread-safe; each call waits in the thread that makes it.
 */
public final class HttpCaller implements AutoCloseable {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(LONGEST_CONNECT)
          .build();

  /**
   * Sends a request and waits for the whole answer.
   *
   * @throws HttpFailure when none comes, or not in time
   * @throws InterruptedException when the thread is told to end
   */
  public HttpReply send(HttpCall call) throws HttpFailure, InterruptedException {
    HttpRequest request = request(call);
    long began = System.nanoTime();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, any -> new LimitedBody());
    try {
      HttpResponse<String> response = answer.get(call.limit().toNanos(), TimeUnit.NANOSECONDS);
      Map<String, List<String>> headers = new TreeMap<>();
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
      return new HttpReply(
          response.statusCode(),
          headers,
          response.body(),
          Duration.ofNanos(System.nanoTime() - began));
    } catch (TimeoutException e) {
      throw new HttpFailure("no answer within " + call.limit().toMillis() + " ms");
    } catch (ExecutionException e) {
      throw new HttpFailure(reason(e));
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest request(HttpCall call) throws HttpFailure {
    try {
      String body = call.body();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(call.address())
              .method(
                  call.method(),
                  body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      call.headers().forEach(request::setHeader);
      return request.build();
    } catch (IllegalArgumentException e) {
      // its text may repeat a header
      throw new HttpFailure("the JDK refuses its method or one of its headers");
    }
  }

  private static String reason(Throwable cause) {
    boolean isRefused = false;
    for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        return "its host is not known";
      }
      if (each instanceof SSLException) {
        return "TLS failed: " + each.getMessage();
      }
      isRefused |= each instanceof ConnectException;
    }
    if (isRefused) {
      return "nobody accepts the connection";
    }
    return cause.getCause() instanceof IOException failure && failure.getMessage() != null
        ? "the connection failed: " + failure.getMessage()
        : "the connection failed";
  }

  /** Lets the connections go. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
