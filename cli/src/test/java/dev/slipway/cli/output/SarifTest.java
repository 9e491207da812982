package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.workspace.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SarifTest {

  private static final List<Finding> FINDINGS =
      List.of(
          new Finding("up-fails", "A: \"b\"\nc", "Mend it.", Path.of("m/a b/up.sql"), 7),
          new Finding("two-heads", "Two.", "Rebase.", null, null),
          new Finding("up-fails", "100 %", "Mend that.", Path.of("m/ü:#/up.sql"), null));

  private static String log(List<Finding> findings) {
    return Sarif.of(
        findings.stream().map(Remark::of).toList(), Path.of("slipway.yml"), Path::toString);
  }

  private static JsonNode read(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void should_keep_the_rules_of_the_format() {
    assertThat(SarifRules.violations(read(log(FINDINGS)))).isEmpty();
    assertThat(SarifRules.violations(read(log(List.of())))).isEmpty();
  }

  @Test
  void should_say_code_text_file_and_line() {
    JsonNode run = read(log(FINDINGS)).path("runs").path(0);

    assertThat(run.path("results").valueStream())
        .extracting(
            result -> result.path("ruleId").asString(),
            result -> result.path("message").path("text").asString(),
            result -> place(result).path("artifactLocation").path("uri").asString(),
            result -> place(result).path("region").path("startLine").asInt(0))
        .containsExactly(
            tuple("up-fails", "A: \"b\"\nc\nMend it.", "m/a%20b/up.sql", 7),
            tuple("two-heads", "Two.\nRebase.", "slipway.yml", 0),
            tuple("up-fails", "100 %\nMend that.", "m/%C3%BC%3A%23/up.sql", 0));
    assertThat(run.path("tool").path("driver").path("rules").valueStream())
        .extracting(rule -> rule.path("id").asString())
        .containsExactly("up-fails", "two-heads");
  }

  private static JsonNode place(JsonNode result) {
    return result.path("locations").path(0).path("physicalLocation");
  }

  @ParameterizedTest
  @CsvSource({
    "2.1.0\",2.2.0\"",
    "\"ruleIndex\": 0,\"ruleIndex\": 1",
    "\"startLine\": 7,\"startLine\": 0",
    "m/a%20b,/m/a b",
    "\"ruleId\",\"rule\"",
    "\"level\": \"error\",\"level\": \"bad\"",
    "\"results\",\"findings\"",
    "\"help\",\"hint\""
  })
  void should_be_told_when_a_log_breaks_them(String right, String wrong) {
    String text = log(FINDINGS);
    assertThat(text).contains(right);

    assertThat(SarifRules.violations(read(text.replace(right, wrong)))).isNotEmpty();
  }
}
