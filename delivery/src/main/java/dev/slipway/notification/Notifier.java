package dev.slipway.notification;

import dev.slipway.config.Filled;
import dev.slipway.config.Masking;
import dev.slipway.config.NotifySettings;
import dev.slipway.http.HttpAddress;
import dev.slipway.http.HttpCall;
import dev.slipway.http.HttpCaller;
import dev.slipway.http.HttpFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells others what happened: start here. Each is sent a POST with a JSON object; who has a secret,
 * with its signature too. What isn't taken is sent again, three times, after one, two and four
 * seconds. Nothing is thrown: that somebody could not be told must not stop the work. Thread-safe.
 */
public final class Notifier {

  /** Has the HMAC-SHA256 of the body, as {@code sha256=} and hexadecimal digits. */
  public static final String SIGNATURE = "X-Slipway-Signature";

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<NotifySettings> hearers;
  private final Duration pause;

  /**
   * @param hearers who wants to hear of what
   */
  public Notifier(List<NotifySettings> hearers) {
    this(hearers, PAUSE);
  }

  Notifier(List<NotifySettings> hearers, Duration pause) {
    this.hearers = List.copyOf(hearers);
    this.pause = pause;
  }

  /** Tells everybody who wants to hear of it, one after the other; nobody where nobody does. */
  public List<Delivery> send(Notice notice) {
    List<Delivery> deliveries = new ArrayList<>();
    String body = body(notice);
    try (var caller = new HttpCaller()) {
      for (NotifySettings hearer : hearers) {
        if (hearer.hears(notice.event())) {
          deliveries.add(send(caller, hearer, body));
        }
      }
    }
    return deliveries;
  }

  private Delivery send(HttpCaller caller, NotifySettings hearer, String body) {
    String shown = hearer.url().written();
    if (!hearer.unset().isEmpty()) {
      return new Delivery(shown, 0, hearer.unset().get(0).message());
    }
    URI address = HttpAddress.parse(hearer.url().text());
    if (address == null) {
      return new Delivery(shown, 0, "it is no address of http or https without a login");
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    Filled secret = hearer.secret();
    if (secret != null) {
      headers.put(SIGNATURE, "sha256=" + hmac(secret.text(), body));
    }
    var call = new HttpCall("POST", address, headers, body, LIMIT);
    String failure = "";
    int attempts = 0;
    try {
      while (attempts < ATTEMPTS) {
        if (attempts > 0) {
          Thread.sleep(pause.multipliedBy(1L << (attempts - 1)));
        }
        attempts++;
        try {
          int status = caller.send(call).status();
          if (status < 300) {
            return new Delivery(shown, attempts, null);
          }
          failure = "it answers with the status " + status;
          if (!isWorthAnother(status)) {
            break;
          }
        } catch (HttpFailure e) {
          failure = String.valueOf(e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = "it was interrupted";
    }
    return new Delivery(shown, attempts, Masking.of(List.of(hearer.url())).apply(failure));
  }

  /** What the other side refuses for good is not sent again (RFC 9110, 15.5; RFC 6585, 4). */
  private static boolean isWorthAnother(int status) {
    return status >= 500 || status == 408 || status == 429;
  }

  private static String body(Notice notice) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("event", notice.event());
    members.put("environment", notice.environment());
    members.put("summary", notice.summary());
    members.put("at", notice.at().toString());
    members.put("facts", notice.facts());
    return JSON.writeValueAsString(members);
  }

  static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
