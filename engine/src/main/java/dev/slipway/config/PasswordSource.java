package dev.slipway.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where an environment's password comes from: a variable, a file, or a program that prints it. It
 * is fetched only for an environment in use, and never told, nor is what a program prints.
 */
final class PasswordSource {

  private static final int SECONDS = 30;

  private final Path root;
  private final List<String> inUse;
  private final YamlReader yaml;
  private final Problems problems;

  PasswordSource(Path root, List<String> inUse, YamlReader yaml, Problems problems) {
    this.root = root;
    this.inUse = inUse;
    this.yaml = yaml;
    this.problems = problems;
  }

  /** The password; empty where there is none, or it is not needed now. */
  String read(@Nullable Node node, String environment, AddressParts.Text texts) {
    if (node == null) {
      return "";
    }
    if (!(node instanceof MappingNode)) {
      String value = yaml.string(node, "password");
      if (value != null && !value.contains("${")) {
        problems.add(
            node,
            ConfigurationError.BAD_VALUE,
            "the password of "
                + environment
                + " is written down here; take it from a variable, { file: … } or { command: […]"
                + " }");
        return "";
      }
      return value == null ? "" : texts.of(node, value);
    }
    Map<String, Node> keys = yaml.mapping(node, "password", List.of("file", "command"));
    Node file = keys.get("file");
    Node command = keys.get("command");
    if ((file == null) == (command == null)) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "the password of " + environment + " comes from a file or a command, one of them");
      return "";
    }
    if (!inUse.contains(environment)) {
      return "";
    }
    return file != null ? ofFile(file, environment, texts) : ofCommand(command, environment, texts);
  }

  private String ofFile(Node node, String environment, AddressParts.Text texts) {
    String name = yaml.string(node, "file");
    if (name == null) {
      return "";
    }
    Path file = root.resolve(texts.of(node, name));
    try {
      return firstLine(Files.readString(file));
    } catch (IOException e) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "the file " + file + " with the password of " + environment + " can't be read");
      return "";
    }
  }

  private String ofCommand(@Nullable Node node, String environment, AddressParts.Text texts) {
    List<String> words = new ArrayList<>();
    for (ScalarNode word : node == null ? List.<ScalarNode>of() : yaml.strings(node, "command")) {
      words.add(texts.of(word, word.getValue()));
    }
    if (node == null || words.isEmpty()) {
      return "";
    }
    String what = null;
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      boolean hasEnded = process.waitFor(SECONDS, TimeUnit.SECONDS);
      if (!hasEnded) {
        process.destroyForcibly();
        what = "did not end within " + SECONDS + " seconds";
      } else if (process.exitValue() != 0) {
        what = "ended with " + process.exitValue();
      } else {
        String password =
            firstLine(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (!password.isEmpty()) {
          return password;
        }
        what = "printed nothing";
      }
    } catch (IOException e) {
      what = "can't be started";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      what = "was interrupted";
    }
    problems.add(
        node,
        ConfigurationError.BAD_VALUE,
        "the program " + words.getFirst() + " for the password of " + environment + " " + what);
    return "";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
