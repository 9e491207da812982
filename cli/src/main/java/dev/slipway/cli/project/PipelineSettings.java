package dev.slipway.cli.project;

import dev.slipway.config.Configuration;
import dev.slipway.config.ConfigurationError;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a pipeline has to know of a project.
 *
 * @param staging the environment before the last one
 * @param production the last environment that is protected
 * @param stagingVariables the variables that slipway.yml has for staging; names only
 * @param productionVariables those for production, and for staging, which is asked for evidence
 * @param build the shell command that compiles the schema definition; null where there is nothing
 *     to compile
 * @param hasBucket whether backups go into a bucket, and so need no folder that stays
 */
public record PipelineSettings(
    String staging,
    String production,
    Set<String> stagingVariables,
    Set<String> productionVariables,
    @Nullable String build,
    boolean hasBucket) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  /**
   * Takes them from a configuration; no variable has to be set.
   *
   * @throws SlipwayException when no environment is protected, or there is none before it
   */
  public static PipelineSettings of(Configuration configuration) {
    List<EnvironmentConfiguration> all =
        configuration.environments().values().stream().filter(each -> !each.embedded()).toList();
    EnvironmentConfiguration production =
        all.stream()
            .filter(EnvironmentConfiguration::protectedEnvironment)
            .reduce((first, second) -> second)
            .orElseThrow(() ->
                missing(
                    "no environment is protected",
                    "Say `protected: true` of the one that pipelines promote to last."));
    String after = production.after();
    String before =
        after != null
            ? after
            : Stream.of(all.indexOf(production))
                .filter(place -> place > 0)
                .map(place -> all.get(place - 1).name())
                .findFirst()
                .orElseThrow(() ->
                    missing(
                        "no environment stands before " + production.name(),
                        "Add one, and name it with `after:` of " + production.name() + "."));
    Map<?, ?> file = read(configuration);
    var staging = new LinkedHashSet<String>();
    file.forEach((key, value) -> {
      if (!"environments".equals(key)) {
        collect(value, staging);
      }
    });
    Map<?, ?> environments = (Map<?, ?>) Objects.requireNonNull(file.get("environments"));
    collect(environments.get(before), staging);
    var last = new LinkedHashSet<>(staging);
    collect(environments.get(production.name()), last);
    return new PipelineSettings(
        before,
        production.name(),
        staging,
        last,
        build(configuration),
        configuration.backups().bucket() != null);
  }

  private static SlipwayException missing(String what, String next) {
    return new SlipwayException(
        ConfigurationError.UNKNOWN_ENVIRONMENT,
        "A pipeline promotes from one environment to the next, and in "
            + Configuration.FILE
            + " "
            + what
            + ".",
        next);
  }

  private static Map<?, ?> read(Configuration configuration) {
    try {
      String text = Files.readString(configuration.file());
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(@Nullable Object value, Set<String> names) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, names));
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, names));
    } else if (value instanceof String text) {
      VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
    }
  }

  private static @Nullable String build(Configuration configuration) {
    boolean isCompiled =
        configuration.schema().stream()
            .anyMatch(source -> source.startsWith("java:") || source.startsWith("jpa:"));
    if (!isCompiled) {
      return null;
    }
    Map<String, String> tools =
        Map.of(
            "mvnw", "./mvnw -B -q compile",
            "pom.xml", "mvn -B -q compile",
            "gradlew", "./gradlew -q classes");
    return Stream.of("mvnw", "pom.xml", "gradlew")
        .filter(file -> Files.exists(configuration.root().resolve(file)))
        .findFirst()
        .map(tools::get)
        .orElse(null);
  }
}
