package dev.slipway.smoke;

import dev.slipway.config.Filled;
import dev.slipway.http.HttpAddress;
import dev.slipway.http.HttpCall;
import dev.slipway.http.HttpCaller;
import dev.slipway.http.HttpFailure;
import dev.slipway.http.HttpReply;
import dev.slipway.program.ProgramRun;
import dev.slipway.smoke.SmokeResult.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Does checks, each as often as it may be tried. */
final class SmokeRunner {

  private final HttpCaller caller;
  private final Path folder;
  private final Map<String, String> variables;

  SmokeRunner(HttpCaller caller, Path folder, Map<String, String> variables, String environment) {
    this.caller = caller;
    this.folder = folder;
    this.variables = new HashMap<>(variables);
    this.variables.put("SLIPWAY_ENVIRONMENT", environment);
  }

  SmokeResult run(SmokeCheck check) {
    List<String> failures = List.of();
    long began = System.nanoTime();
    int attempts = 0;
    try {
      do {
        if (attempts > 0) {
          Thread.sleep(check.pause());
        }
        attempts++;
        began = System.nanoTime();
        failures = attempt(check);
      } while (!failures.isEmpty() && attempts <= check.retries());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures = List.of("it was interrupted");
    }
    return new SmokeResult(
        check.name(),
        check.file(),
        check.line(),
        check.action().shown(),
        failures.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
        failures.stream().map(check.masking()::apply).toList(),
        attempts,
        Duration.ofNanos(System.nanoTime() - began));
  }

  private List<String> attempt(SmokeCheck check) throws InterruptedException {
    return switch (check.action()) {
      case SmokeAction.Http request -> ask(check, request);
      case SmokeAction.Program program -> start(check, program);
    };
  }

  private List<String> ask(SmokeCheck check, SmokeAction.Http request) throws InterruptedException {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, value.text()));
    Filled body = request.body();
    URI address = HttpAddress.parse(request.url().text());
    if (address == null) {
      throw new IllegalStateException("the reader lets no other address through");
    }
    try {
      HttpReply reply =
          caller.send(
              new HttpCall(
                  request.method(),
                  address,
                  headers,
                  body == null ? null : body.text(),
                  check.limit()));
      List<String> failures = new ArrayList<>(Replies.failures(request, reply));
      failures.addAll(common(check, "body", reply.body(), reply.took()));
      return failures;
    } catch (HttpFailure e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private List<String> start(SmokeCheck check, SmokeAction.Program program)
      throws InterruptedException {
    long began = System.nanoTime();
    ProgramRun run =
        ProgramRun.of(
            program.words().stream().map(Filled::text).toList(), folder, variables, check.limit());
    String failure = run.failure();
    if (failure != null) {
      return List.of(failure);
    }
    List<String> failures = new ArrayList<>();
    if (run.exit() != program.exit()) {
      failures.add(
          "expected that it ends with "
              + program.exit()
              + ", and it ends with "
              + run.exit()
              + Excerpt.behind(run.output()));
    }
    failures.addAll(
        common(check, "output", run.output(), Duration.ofNanos(System.nanoTime() - began)));
    return failures;
  }

  private static List<String> common(SmokeCheck check, String what, String text, Duration took) {
    List<String> failures = new ArrayList<>();
    for (Filled each : check.contains()) {
      if (!text.contains(each.text())) {
        failures.add("expected \"" + each.written() + "\" in the " + what + Excerpt.behind(text));
      }
    }
    Pattern matches = check.matches();
    if (matches != null && !matches.matcher(text).find()) {
      failures.add(
          "expected that a part of the " + what + " matches " + matches + Excerpt.behind(text));
    }
    Duration under = check.under();
    if (under != null && took.compareTo(under) >= 0) {
      failures.add(
          "expected less than " + under.toMillis() + " ms, and it took " + took.toMillis() + " ms");
    }
    return failures;
  }
}
