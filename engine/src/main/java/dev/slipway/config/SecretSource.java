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
 * Where a secret comes from: a variable, a file, or a program that prints it. It is fetched only
 * when it is needed, and never told, nor is what a program prints.
 */
final class SecretSource {

  private static final int SECONDS = 30;

  private final Path root;
  private final YamlReader yaml;
  private final Problems problems;

  SecretSource(Path root, YamlReader yaml, Problems problems) {
    this.root = root;
    this.yaml = yaml;
    this.problems = problems;
  }

  /**
   * The secret; empty where there is none, or it is not needed now.
   *
   * @param key its key in the file
   * @param name what it is called in messages
   * @param isNeeded whether it is fetched, and not only its form looked at
   * @param texts replaces variables
   */
  String read(
      @Nullable Node node, String key, String name, boolean isNeeded, AddressParts.Text texts) {
    if (node == null) {
      return "";
    }
    if (!(node instanceof MappingNode)) {
      String value = yaml.string(node, key);
      if (value != null && !value.contains("${")) {
        problems.add(
            node,
            ConfigurationError.BAD_VALUE,
            name
                + " is written down here; take it from a variable, { file: … } or { command: […]"
                + " }");
        return "";
      }
      return value == null ? "" : texts.of(node, value);
    }
    Map<String, Node> keys = yaml.mapping(node, key, List.of("file", "command"));
    Node file = keys.get("file");
    Node command = keys.get("command");
    if ((file == null) == (command == null)) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          name + " comes from a file or a command, one of them");
      return "";
    }
    if (!isNeeded) {
      return "";
    }
    return file != null ? ofFile(file, name, texts) : ofCommand(command, name, texts);
  }

  private String ofFile(Node node, String name, AddressParts.Text texts) {
    String path = yaml.string(node, "file");
    if (path == null) {
      return "";
    }
    Path file = root.resolve(texts.of(node, path));
    try {
      return firstLine(Files.readString(file));
    } catch (IOException e) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "the file " + file + " with " + name + " can't be read");
      return "";
    }
  }

  private String ofCommand(@Nullable Node node, String name, AddressParts.Text texts) {
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
        String secret =
            firstLine(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (!secret.isEmpty()) {
          return secret;
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
        "the program " + words.getFirst() + " for " + name + " " + what);
    return "";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
