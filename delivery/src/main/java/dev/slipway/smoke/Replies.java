package dev.slipway.smoke;

import dev.slipway.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares an answer with what was expected of it. */
final class Replies {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Replies() {}

  static List<String> failures(SmokeAction.Http request, HttpReply reply) {
    List<String> failures = new ArrayList<>();
    if (reply.status() != request.status()) {
      failures.add(
          "expected the status "
              + request.status()
              + ", and it is "
              + reply.status()
              + body(reply));
    }
    request
        .expectedHeaders()
        .forEach((name, value) -> {
          List<String> values =
              reply.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
          if (values.stream().noneMatch(each -> each.contains(value.text()))) {
            failures.add(
                "expected \""
                    + value.written()
                    + "\" in the header "
                    + name
                    + (values.isEmpty()
                        ? ", which is not there"
                        : ", which is: " + String.join(", ", values)));
          }
        });
    if (!request.json().isEmpty()) {
      failures.addAll(json(request, reply));
    }
    return failures;
  }

  private static String body(HttpReply reply) {
    return reply.body().isBlank() ? "" : "; the body is: " + Excerpt.of(reply.body());
  }

  private static List<String> json(SmokeAction.Http request, HttpReply reply) {
    JsonNode body;
    try {
      body = JSON.readTree(reply.body());
    } catch (JacksonException e) {
      return List.of("expected JSON in the body" + Excerpt.behind(reply.body()));
    }
    List<String> failures = new ArrayList<>();
    request
        .json()
        .forEach((place, expected) -> {
          JsonNode found = body.at(place);
          if (!same(expected, found)) {
            failures.add(
                "expected "
                    + expected
                    + " at "
                    + place
                    + (found.isMissingNode()
                        ? ", where nothing is"
                        : Excerpt.behind(found.toString())));
          }
        });
    return failures;
  }

  private static boolean same(JsonNode expected, JsonNode found) {
    return (expected.isNumber() && found.isNumber())
        ? expected.decimalValue().compareTo(found.decimalValue()) == 0
        : expected.equals(found);
  }
}
