package dev.slipway.smoke;

import dev.slipway.config.Filled;
import dev.slipway.config.ProjectFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the texts of one check, and keeps all of them, so that what they hold can be masked. */
final class Texts {

  private final ProjectFile file;
  private final List<Filled> all = new ArrayList<>();

  Texts(ProjectFile file) {
    this.file = file;
  }

  List<Filled> all() {
    return all;
  }

  Filled one(Node node, String key) {
    return kept(file.text(node, key));
  }

  /** A text or a list of texts. */
  List<Filled> list(@Nullable Node node, String key) {
    List<Filled> texts = new ArrayList<>();
    for (ScalarNode each : node == null ? List.<ScalarNode>of() : file.yaml().strings(node, key)) {
      texts.add(kept(file.filled(each, each.getValue())));
    }
    return texts;
  }

  /** Texts by name; a number or a truth value is taken as it is written. */
  Map<String, Filled> byName(@Nullable Node node, String key) {
    Map<String, Filled> texts = new LinkedHashMap<>();
    if (node != null) {
      file.yaml()
          .mapping(node, key, List.of())
          .forEach((name, value) -> texts.put(name, plain(value, name)));
    }
    return texts;
  }

  private Filled plain(Node node, String key) {
    return node instanceof ScalarNode scalar
            && !scalar.getTag().equals(Tag.STR)
            && !scalar.getTag().equals(Tag.NULL)
        ? Filled.of(scalar.getValue())
        : one(node, key);
  }

  private Filled kept(Filled text) {
    all.add(text);
    return text;
  }
}
