package dev.slipway.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML nodes as the types that they must have; each misfit becomes a problem. */
public final class YamlReader {

  private final Problems problems;

  /**
   * @param problems takes each misfit
   */
  public YamlReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The values of a mapping by key.
   *
   * @param node the mapping
   * @param where what it is, for messages: {@code slipway.yml}
   * @param known the only keys it may have; empty when any may be
   */
  public Map<String, Node> mapping(Node node, String where, List<String> known) {
    Map<String, Node> values = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          node, ConfigurationError.WRONG_TYPE, where + " takes a mapping, not " + kind(node));
      return values;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = string(entry.getKeyNode(), "a key");
      if (key == null) {
        continue;
      }
      if (!known.isEmpty() && !known.contains(key)) {
        problems.add(
            entry.getKeyNode(),
            ConfigurationError.UNKNOWN_KEY,
            "unknown key " + shown(key) + " in " + where + "; " + Suggestion.phrase(key, known));
        continue;
      }
      Node first = values.putIfAbsent(key, entry.getValueNode());
      if (first != null) {
        int line = first.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        problems.add(
            entry.getKeyNode(),
            ConfigurationError.DUPLICATE_KEY,
            "the key " + shown(key) + " is there already, in line " + line);
      }
    }
    return values;
  }

  /** A text that is not blank, or null with a problem. */
  public @Nullable String string(Node node, String key) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      if (scalar.getValue().isBlank()) {
        problems.add(node, ConfigurationError.BAD_VALUE, key + " is empty");
        return null;
      }
      return scalar.getValue();
    }
    String advice = node instanceof ScalarNode ? "; put it in quotes if it is one" : "";
    problems.add(
        node, ConfigurationError.WRONG_TYPE, key + " takes a text, not " + kind(node) + advice);
    return null;
  }

  /** A text or a list of texts. */
  public List<ScalarNode> strings(Node node, String key) {
    List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    var texts = new ArrayList<ScalarNode>();
    for (Node each : nodes) {
      if (string(each, key) != null) {
        texts.add((ScalarNode) each);
      }
    }
    return texts;
  }

  /** The nodes of a list; none with a problem when it is no list. */
  public List<Node> list(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.add(node, ConfigurationError.WRONG_TYPE, key + " takes a list, not " + kind(node));
    return List.of();
  }

  /** A whole number, or null with a problem. */
  public @Nullable Integer integer(Node node, String key) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      try {
        return Integer.valueOf(scalar.getValue());
      } catch (NumberFormatException e) {
        problems.add(node, ConfigurationError.BAD_VALUE, key + " is out of range");
        return null;
      }
    }
    problems.add(
        node, ConfigurationError.WRONG_TYPE, key + " takes a whole number, not " + kind(node));
    return null;
  }

  /** True or false; false with a problem when it is neither. */
  public boolean bool(Node node, String key) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return scalar.getValue().equals("true");
    }
    problems.add(
        node, ConfigurationError.WRONG_TYPE, key + " takes true or false, not " + kind(node));
    return false;
  }

  /** A word as it may be shown: what could be an address with a password is not. */
  public static String shown(String word) {
    return word.contains("://") || word.contains("@") ? "(an address)" : '"' + word + '"';
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return "nothing";
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return "a number";
    }
    return tag.equals(Tag.BOOL) ? "true or false" : "a text";
  }
}
