package dev.slipway.soak;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one scenario. Used once. */
final class ScenarioReader {

  private static final List<String> KEYS =
      List.of("rate", "for", "count", "warm_up", "concurrency", "steps", "limits", "invariants");
  private static final List<String> LIMITS =
      List.of("average", "p50", "p95", "p99", "errors", "throughput");
  private static final int MOST_RATE = 100_000;
  private static final int MOST_ROUNDS = 100_000_000;
  private static final int MOST_CONCURRENCY = 1000;
  private static final int CONCURRENCY = 10;

  private final ProjectFile file;
  private final Path root;

  ScenarioReader(ProjectFile file, Path root) {
    this.file = file;
    this.root = root;
  }

  SoakScenario read() {
    Node document = file.document();
    if (document == null) {
      file.problems().add(1, 1, ConfigurationError.BAD_VALUE, "there is no scenario in it");
      file.problems().throwIfAny();
    }
    Map<String, Node> keys =
        document == null ? Map.of() : file.yaml().mapping(document, "a scenario", KEYS);
    Double rate = rate(keys.get("rate"));
    var templates = new TemplateReader(file);
    List<SoakStep> steps = steps(keys.get("steps"), templates);
    Node warmUp = keys.get("warm_up");
    Duration warm = warmUp == null ? null : file.amounts().time(warmUp, "warm_up");
    Integer concurrency = number(keys.get("concurrency"), "concurrency", MOST_CONCURRENCY);
    var scenario =
        new SoakScenario(
            file.file(),
            rate == null ? 1 : rate,
            rounds(keys, rate == null ? 1 : rate),
            warm == null ? Duration.ZERO : warm,
            concurrency == null ? CONCURRENCY : concurrency,
            steps,
            limits(keys.get("limits")),
            invariants(keys.get("invariants")),
            templates.masking());
    file.problems().throwIfAny();
    return scenario;
  }

  private @Nullable Double rate(@Nullable Node node) {
    if (node == null) {
      file.problems()
          .add(
              1,
              1,
              ConfigurationError.MISSING_KEY,
              "a scenario has a \"rate\": how many rounds begin in a second");
      return null;
    }
    return positive(node, "rate");
  }

  private @Nullable Double positive(Node node, String key) {
    if (node instanceof ScalarNode scalar
        && scalar.getValue().matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      double number = Double.parseDouble(scalar.getValue());
      if (number > 0 && number <= MOST_RATE) {
        return number;
      }
    }
    file.problems()
        .add(
            node,
            ConfigurationError.BAD_VALUE,
            key + " is a number above 0, up to " + MOST_RATE + " in a second");
    return null;
  }

  private long rounds(Map<String, Node> keys, double rate) {
    Node length = keys.get("for");
    Node count = keys.get("count");
    if ((length == null) == (count == null)) {
      file.problems()
          .add(
              1,
              1,
              ConfigurationError.MISSING_KEY,
              "a scenario has \"for\", a time, or \"count\", a number of rounds: one of them");
    }
    Integer rounds = number(count, "count", MOST_ROUNDS);
    Duration time = length == null ? null : file.amounts().time(length, "for");
    if (rounds != null) {
      return rounds;
    }
    return time == null ? 1 : Math.max(1, Math.round(rate * time.toMillis() / 1000));
  }

  private @Nullable Integer number(@Nullable Node node, String key, int most) {
    return node == null ? null : file.amounts().number(node, key, 1, most);
  }

  private List<SoakStep> steps(@Nullable Node node, TemplateReader templates) {
    List<SoakStep> steps = new ArrayList<>();
    var reader = new StepReader(file, templates);
    for (Node each : node == null ? List.<Node>of() : file.yaml().list(node, "steps")) {
      steps.add(reader.read(each, steps.size() + 1));
    }
    if (node == null || (node instanceof SequenceNode list && list.getValue().isEmpty())) {
      file.problems()
          .add(1, 1, ConfigurationError.MISSING_KEY, "a scenario has \"steps\", one at least");
    }
    return steps;
  }

  private SoakLimits limits(@Nullable Node node) {
    Map<String, Node> keys = node == null ? Map.of() : file.yaml().mapping(node, "limits", LIMITS);
    Node errors = keys.get("errors");
    Double share = errors == null ? null : file.amounts().share(errors, "errors");
    Node throughput = keys.get("throughput");
    return new SoakLimits(
        time(keys.get("average"), "average"),
        time(keys.get("p50"), "p50"),
        time(keys.get("p95"), "p95"),
        time(keys.get("p99"), "p99"),
        share == null ? 0 : share,
        throughput == null ? null : positive(throughput, "throughput"));
  }

  private @Nullable Duration time(@Nullable Node node, String key) {
    return node == null ? null : file.amounts().time(node, key);
  }

  private @Nullable Path invariants(@Nullable Node node) {
    String folder = node == null ? null : file.yaml().string(node, "invariants");
    if (node == null || folder == null) {
      return null;
    }
    Path path = root.resolve(folder).normalize();
    if (!Files.isDirectory(path)) {
      file.problems()
          .add(
              node,
              ConfigurationError.BAD_VALUE,
              "invariants is a folder of .sql files; there is no " + folder);
    }
    return path;
  }
}
