package dev.slipway.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads secrets outside of environments: their form is looked at now, and they are fetched when
 * somebody asks.
 *
 * @param root what files are meant from
 * @param problems takes what is wrong with the form
 * @param variables reads the variables as they are when a secret is fetched
 * @param environment the environment whose file of variables is asked; null for none
 * @param fetched is told of each secret before it is used
 */
record LateSecrets(
    Path root,
    Problems problems,
    Supplier<Variables> variables,
    @Nullable String environment,
    Consumer<List<String>> fetched) {

  /**
   * Reads one.
   *
   * @param key its key in the file
   * @param name what it is called in messages
   */
  Secret read(Node node, String key, String name) {
    new SecretSource(root, new YamlReader(problems), problems)
        .read(node, key, name, /* isNeeded= */ false, (place, value) -> value);
    return new Secret(name, () -> fetch(node, key, name));
  }

  private String fetch(Node node, String key, String name) {
    Problems late = problems.none();
    Variables values = variables.get();
    String secret =
        new SecretSource(root, new YamlReader(late), late)
            .read(
                node,
                key,
                name,
                /* isNeeded= */ true,
                (place, value) -> {
                  Variables.Replaced replaced = values.replace(value, place, late, environment);
                  replaced.problems().forEach(late::add);
                  return replaced.text();
                });
    fetched.accept(List.of(secret));
    late.throwIfAny();
    if (secret.isEmpty()) {
      late.add(node, ConfigurationError.BAD_VALUE, name + " is empty");
      late.throwIfAny();
    }
    return secret;
  }
}
