package dev.slipway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file as YAML. */
final class YamlText {

  private YamlText() {}

  /**
   * The document of a file; null where it is empty.
   *
   * @throws ConfigurationException when it is no YAML
   */
  static @Nullable Node parse(Path file, Problems problems) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(String.valueOf(file.getFileName())).build();
      return new Compose(settings).composeString(Files.readString(file)).orElse(null);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      problems.add(
          line,
          column,
          ConfigurationError.BAD_YAML,
          "this is no YAML: "
              + e.getProblem()
              + "; a value with braces or a colon needs double quotes");
    } catch (YamlEngineException e) {
      problems.add(
          1,
          1,
          ConfigurationError.BAD_YAML,
          "this is no YAML: it has characters that no" + " text has");
    } catch (IOException e) {
      problems.add(1, 1, ConfigurationError.BAD_YAML, "this cannot be read as UTF-8 text");
    }
    problems.throwIfAny();
    return null;
  }
}
