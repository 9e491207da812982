package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.soak.SoakLimit;
import dev.slipway.soak.SoakRun;
import dev.slipway.soak.SoakSecond;
import dev.slipway.soak.SoakTimes;
import dev.slipway.verification.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of what load did. */
final class SoakPageTest {

  private static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void should_show_limits_and_charts_and_need_nothing_beside_it() {
    String page =
        SoakPage.page(
            new SoakRun(
                "staging",
                "soak/<b>.yml",
                BEGAN,
                BEGAN.plusSeconds(2),
                10,
                20,
                1,
                9.5,
                times("round"),
                List.of(times("read & write")),
                List.of(new SoakSecond(0, 10, 0, 4, 9, 12), new SoakSecond(1, 10, 1, 5, 11, 40)),
                Map.of("connection refused", 1L),
                List.of(
                    new SoakLimit("p95", 11, 10),
                    new SoakLimit("errors", 0.05, 0.1),
                    new SoakLimit("throughput", 9.5, 5)),
                List.of(
                    new CheckResult(
                        "no message twice", null, 0, List.of("1 row"), Duration.ofMillis(1)))));

    assertThat(page)
        .contains("Load on staging", "soak/&lt;b&gt;.yml", "read &amp; write")
        .contains("<td>p95</td><td>11 ms</td><td>10 ms</td><td><span class=\"badge red\">")
        .contains("<td>errors</td><td>5%</td><td>10%</td><td><span class=\"badge green\">")
        .contains("9.50 in a second</td><td>5 in a second")
        .contains("class=\"limit\"", "no message twice", "1 time<", "connection refused")
        .doesNotContain("http", "<script", "<link");
    assertThat(page.split("<svg", -1)).hasSize(6);
  }

  private static SoakTimes times(String name) {
    Map<String, Double> percentiles = new LinkedHashMap<>();
    for (String each : List.of("p50", "p75", "p90", "p95", "p99", "p99.9", "max")) {
      percentiles.put(each, 11.25);
    }
    return new SoakTimes(name, 20, 1, 5.5, percentiles);
  }
}
