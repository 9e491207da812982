package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that has ended.
 *
 * @param arguments how it was called
 * @param exit what it ended with
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
record Ran(List<String> arguments, int exit, String out, String err) {

  /** Demands an exit code, and shows everything that was printed where it is another. */
  Ran ends(int expected) {
    assertThat(exit).as("%s%n%s%n%s", arguments, out, err).isEqualTo(expected);
    return this;
  }

  /** The answer to {@code --output json}, which is all of standard output. */
  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  /** What is named so in each object of an array of the answer. */
  List<String> names(String array) {
    var names = new ArrayList<String>();
    json().get(array).forEach(element -> names.add(element.get("name").asString()));
    return names;
  }
}
