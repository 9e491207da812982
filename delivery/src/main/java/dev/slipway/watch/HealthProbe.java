package dev.slipway.watch;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.HealthLimits;
import dev.slipway.config.Masking;
import dev.slipway.error.SlipwayException;
import dev.slipway.http.HttpAddress;
import dev.slipway.http.HttpCall;
import dev.slipway.http.HttpCaller;
import dev.slipway.http.HttpFailure;
import dev.slipway.http.HttpReply;
import dev.slipway.watch.Figure.Unit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks one address, some times for each sample, one request after the other. */
final class HealthProbe {

  private static final int FIRST_ERROR = 400;

  private final HttpCaller caller;
  private final HealthLimits limits;
  private final HttpCall call;

  /**
   * @throws SlipwayException when the address is none, or a variable of it is not set
   */
  HealthProbe(HttpCaller caller, HealthLimits limits) {
    this.caller = caller;
    this.limits = limits;
    URI address = HttpAddress.parse(limits.address());
    if (address == null) {
      throw new SlipwayException(
          ConfigurationError.BAD_VALUE,
          "The address of health, "
              + limits.url()
              + ", does not begin with http:// or https://"
              + " and a host, or has a login.",
          "Mend it in slipway.yml, or the variable that it is taken from.");
    }
    this.call = new HttpCall("GET", address, Map.of(), null, limits.timeout());
  }

  /**
   * Asks.
   *
   * @param patience after that no further request is begun
   */
  List<Figure> measure(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    List<Double> times = new ArrayList<>();
    int errors = 0;
    @Nullable String last = null;
    do {
      long began = System.nanoTime();
      try {
        HttpReply reply = caller.send(call);
        if (reply.status() >= FIRST_ERROR) {
          errors++;
          last = "the status " + reply.status();
        }
      } catch (HttpFailure e) {
        errors++;
        last = Masking.of(List.of(limits.url())).apply(String.valueOf(e.getMessage()));
      }
      times.add((System.nanoTime() - began) / 1e6);
    } while (times.size() < limits.requests() && System.nanoTime() < end);
    Collections.sort(times);
    Duration p95 = limits.p95();
    return List.of(
        new Figure(
            "errors of " + limits.url(),
            (double) errors / times.size(),
            Unit.SHARE,
            limits.errors(),
            last),
        new Figure(
            "p95 of " + limits.url(),
            times.get((int) Math.ceil(times.size() * 0.95) - 1),
            Unit.MILLISECONDS,
            p95 == null ? null : (double) p95.toMillis(),
            null));
  }
}
