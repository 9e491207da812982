package dev.slipway.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Replaces each {@code ${NAME}} of a value: from the process, {@code .env.ENV}, {@code .env}. */
final class Variables {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)(}?)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Path folder;
  private final Map<String, String> process;
  private final Map<String, VariableFile> files = new HashMap<>();

  Variables(Path folder, Map<String, String> process) {
    this.folder = folder;
    this.process = process;
  }

  /**
   * @param text the value with its variables replaced; empty when there are problems
   * @param values what each variable of it stands for
   * @param problems the variables without a value, and what is wrong with the files that were asked
   */
  record Replaced(String text, Map<String, String> values, List<ConfigurationProblem> problems) {}

  /**
   * @param value the value
   * @param node where it stands
   * @param problems makes problems; none is added to it
   * @param environment the environment whose file is asked; null for none
   */
  Replaced replace(String value, Node node, Problems problems, @Nullable String environment) {
    var found = new ArrayList<ConfigurationProblem>();
    var values = new LinkedHashMap<String, String>();
    var text = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(value);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (matcher.group(2).isEmpty() || !NAME.matcher(name).matches()) {
        found.add(
            problems.at(
                node,
                ConfigurationError.BAD_VALUE,
                "a variable is written ${NAME}, with letters, digits and _"));
        continue;
      }
      String replacement = lookUp(name, environment, found);
      if (replacement == null) {
        found.add(
            problems.at(
                node,
                ConfigurationError.UNSET_VARIABLE,
                "${"
                    + name
                    + "} is not set; set it in the process environment"
                    + (environment == null ? "" : ", in .env." + environment)
                    + " or in .env"));
        continue;
      }
      values.put(name, replacement);
      matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
    }
    matcher.appendTail(text);
    return new Replaced(found.isEmpty() ? text.toString() : "", values, found);
  }

  private @Nullable String lookUp(
      String name, @Nullable String environment, List<ConfigurationProblem> found) {
    String value = process.get(name);
    if (value != null) {
      return value;
    }
    if (environment != null) {
      value = ask(".env." + environment, name, found);
    }
    return value != null ? value : ask(".env", name, found);
  }

  private @Nullable String ask(String file, String name, List<ConfigurationProblem> found) {
    VariableFile variables =
        files.computeIfAbsent(file, key -> VariableFile.read(folder.resolve(key)));
    found.addAll(variables.problems());
    return variables.values().get(name);
  }
}
