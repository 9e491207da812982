package dev.slipway.refresh;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.Filled;
import dev.slipway.config.ProjectFile;
import dev.slipway.dialect.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a file of masking. Used once. */
final class RulesFile {

  private static final List<String> KEYS = List.of("salt", "rows", "children", "also", "columns");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,4})?) ?%");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");
  private static final int SHORTEST_SALT = 16;
  private static final String OTHERS = "others";

  private final ProjectFile file;

  RulesFile(ProjectFile file) {
    this.file = file;
  }

  /**
   * Reads it.
   *
   * @throws dev.slipway.config.ConfigurationException with everything that is wrong
   */
  Rules read() {
    Node document = file.document();
    Map<String, Node> keys =
        document == null ? Map.of() : file.yaml().mapping(document, "the file", KEYS);
    Map<String, Share> rows = new LinkedHashMap<>();
    mapping(keys.get("rows"), "rows").forEach((table, node) -> rows.put(table, share(node)));
    Share others = rows.remove(OTHERS);
    Map<String, Mask> masks = new LinkedHashMap<>();
    mapping(keys.get("columns"), "columns")
        .forEach((column, node) -> masks.put(column, mask(column, node)));
    var rules =
        new Rules(
            salt(keys.get("salt")),
            others == null ? new Share.All() : others,
            rows,
            names(keys.get("children"), "children"),
            names(keys.get("also"), "also"),
            masks);
    file.problems().throwIfAny();
    return rules;
  }

  private Map<String, Node> mapping(@Nullable Node node, String where) {
    return node == null ? Map.of() : file.yaml().mapping(node, where, List.of());
  }

  private Set<String> names(@Nullable Node node, String key) {
    return node == null
        ? Set.of()
        : file.yaml().strings(node, key).stream()
            .map(ScalarNode::getValue)
            .collect(Collectors.toSet());
  }

  /** It must come from outside: whoever has the file and the salt can try values out. */
  private String salt(@Nullable Node node) {
    if (node == null) {
      file.problems()
          .add(1, 1, ConfigurationError.MISSING_KEY, "there is no \"salt\": \"${MASKING_SALT}\"");
      return "";
    }
    Filled salt = file.text(node, "salt");
    if (salt.values().isEmpty() && !salt.written().contains("${")) {
      wrong(node, "salt is a secret: name a variable, as in \"${MASKING_SALT}\"");
    } else if (salt.text().length() < SHORTEST_SALT && !salt.values().isEmpty()) {
      wrong(node, "salt has less than " + SHORTEST_SALT + " characters");
    }
    return salt.text();
  }

  private Share share(Node node) {
    String word = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    Matcher percent = PERCENT.matcher(word);
    if (word.equals("all")) {
      return new Share.All();
    } else if (word.equals("none")) {
      return new Share.Rows(0);
    } else if (COUNT.matcher(word).matches()) {
      return new Share.Rows(Long.parseLong(word));
    } else if (percent.matches() && Double.parseDouble(percent.group(1)) <= 100) {
      return new Share.Percent(Double.parseDouble(percent.group(1)));
    }
    wrong(node, "rows are all, none, a number or a part such as 10%");
    return new Share.All();
  }

  private Mask mask(String column, Node node) {
    if (node instanceof MappingNode) {
      Map<String, Node> keys = file.yaml().mapping(node, column, List.of("fake", "fixed"));
      Node fake = keys.get("fake");
      Node fixed = keys.get("fixed");
      if (keys.size() == 1 && fake != null) {
        return fake(fake);
      } else if (keys.size() == 1 && fixed instanceof ScalarNode scalar) {
        return new Mask.Fixed(scalar.getValue());
      }
    } else if (node instanceof ScalarNode scalar) {
      if (scalar.getTag().equals(Tag.NULL)) {
        return new Mask.Nothing();
      }
      Mask plain =
          switch (scalar.getValue()) {
            case "keep" -> new Mask.Keep();
            case "keep format" -> new Mask.KeepFormat();
            case "hash" -> new Mask.Hash();
            default -> null;
          };
      if (plain != null) {
        return plain;
      }
    }
    wrong(
        node,
        column + " takes fake: KIND, keep format, hash, null, fixed: VALUE or keep, one of them");
    return new Mask.Keep();
  }

  private Mask fake(Node node) {
    String word = file.yaml().string(node, "fake");
    FakeKind kind = word == null ? null : FakeKind.of(word);
    if (word != null && kind == null) {
      wrong(node, "nothing is invented of that kind; there are " + FakeKind.words());
    }
    return kind == null ? new Mask.Keep() : new Mask.Fake(kind);
  }

  private void wrong(Node node, String message) {
    file.problems().add(node, ConfigurationError.BAD_VALUE, message);
  }
}
