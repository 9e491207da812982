package dev.slipway.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that is asked while an environment is watched, and how it may answer.
 *
 * @param url the address
 * @param errors the largest share of requests, 0 to 1, without an answer below 400; null for any
 * @param p95 the longest time within which 95 of 100 requests are answered; null for any
 * @param requests how many are sent for each sample
 * @param timeout when a request is given up
 * @param unset the variables of the address that have no value
 */
public record HealthLimits(
    Filled url,
    @Nullable Double errors,
    @Nullable Duration p95,
    int requests,
    Duration timeout,
    List<ConfigurationProblem> unset) {

  /** Copies the list. */
  public HealthLimits {
    unset = List.copyOf(unset);
  }

  /**
   * The address, ready for use.
   *
   * @throws ConfigurationException when a variable of it is not set
   */
  public String address() {
    if (!unset.isEmpty()) {
      throw new ConfigurationException(unset);
    }
    return url.text();
  }
}
