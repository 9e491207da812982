package dev.slipway.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Checks which environment comes after which. */
final class EnvironmentOrder {

  private EnvironmentOrder() {}

  /**
   * @param environments the environments
   * @param places where it is said what each comes after
   * @param problems takes each unknown name and each cycle, once
   */
  static void check(
      Map<String, EnvironmentConfiguration> environments,
      Map<String, Node> places,
      Problems problems) {
    places.forEach((name, node) -> {
      String after = after(environments, name);
      if (after.isEmpty()) {
        return;
      }
      if (!environments.containsKey(after)) {
        problems.add(
            node,
            ConfigurationError.BAD_VALUE,
            name
                + " comes after an environment that is not there, "
                + YamlReader.shown(after)
                + "; "
                + Suggestion.phrase(after, environments.keySet()));
        return;
      }
      List<String> path = cycle(environments, name);
      // told once, at the name of the cycle that comes first in the alphabet
      if (!path.isEmpty() && path.stream().sorted().toList().get(0).equals(name)) {
        problems.add(
            node,
            ConfigurationError.ENVIRONMENT_CYCLE,
            "environments come after each other in a circle: "
                + String.join(" after ", path)
                + " after "
                + name);
      }
    });
  }

  /** The names from a name back to it, or none when the way does not lead back. */
  private static List<String> cycle(
      Map<String, EnvironmentConfiguration> environments, String name) {
    var path = new ArrayList<String>();
    String at = name;
    do {
      if (path.contains(at)) {
        return List.of();
      }
      path.add(at);
      at = after(environments, at);
    } while (!at.isEmpty() && !at.equals(name));
    return at.isEmpty() ? List.of() : path;
  }

  private static String after(Map<String, EnvironmentConfiguration> environments, String name) {
    EnvironmentConfiguration environment = environments.get(name);
    return environment == null || environment.after() == null ? "" : environment.after();
  }
}
