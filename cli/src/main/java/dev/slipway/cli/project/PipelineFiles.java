package dev.slipway.cli.project;

import dev.slipway.cli.output.CliError;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a pipeline, made for a project from the templates among the resources.
 *
 * <p>A line of a template that is nothing but {@code @NAME@} stands for a block of lines, each
 * indented as it is; a block without lines takes the mapping's key before it along. Elsewhere
 * {@code @NAME@} stands for a word. Secrets are named, never written.
 *
 * @param texts what is in each file, by its path relative to the project's folder, in order
 */
public record PipelineFiles(Map<String, String> texts) {

  /** The file that GitLab reads; it may hold other jobs. */
  public static final String GITLAB_FIRST = ".gitlab-ci.yml";

  /** Copies the map. */
  public PipelineFiles {
    texts = new LinkedHashMap<>(texts);
  }

  /**
   * Makes them.
   *
   * @param forge where they run
   * @param settings what they have to know of the project
   */
  public static PipelineFiles of(Forge forge, PipelineSettings settings) {
    var texts = new LinkedHashMap<String, String>();
    for (String file : forge.files()) {
      String template = file.substring(file.lastIndexOf('/') + 1);
      texts.put(file, filled(template(template), forge, settings));
    }
    return new PipelineFiles(texts);
  }

  /** All but GitLab's first file where that is there: it takes a line more, which a person adds. */
  public PipelineFiles beside(Path folder) {
    var others = new LinkedHashMap<>(texts);
    if (Files.exists(folder.resolve(GITLAB_FIRST))) {
      others.remove(GITLAB_FIRST);
    }
    return new PipelineFiles(others);
  }

  /** Those that are there already. */
  public List<String> existing(Path folder) {
    return texts.keySet().stream().filter(file -> Files.exists(folder.resolve(file))).toList();
  }

  /**
   * Writes them.
   *
   * @throws SlipwayException when one is there, and then none is written; or one can't be written
   */
  public void write(Path folder) {
    List<String> there = existing(folder);
    if (!there.isEmpty()) {
      throw new SlipwayException(
          CliError.FILE_EXISTS,
          "there is a file already that would be written: " + String.join(", ", there),
          "Compare it with what --dry-run prints, or remove it to have it written anew.");
    }
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Path path = folder.resolve(file.getKey());
      try {
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.getValue());
      } catch (IOException e) {
        throw new SlipwayException(
            CliError.CANNOT_WRITE,
            path + " can't be written: " + e.getMessage(),
            "Make the folder writable, then run the command again.",
            e);
      }
    }
  }

  private static String filled(String template, Forge forge, PipelineSettings settings) {
    Map<String, List<String>> blocks =
        Map.of(
            "@STAGING_SECRETS@", secrets(forge, settings.stagingVariables()),
            "@PRODUCTION_SECRETS@", secrets(forge, settings.productionVariables()),
            "@BUILD@", build(forge, settings.build()),
            "@TOOLS@",
                forge == Forge.GITHUB ? template("github-tools.txt").lines().toList() : List.of(),
            "@VARIABLES@",
                forge == Forge.GITHUB
                    ? template("github-variables.txt").lines().toList()
                    : List.of());
    var lines = new ArrayList<String>();
    for (String line : template.lines().toList()) {
      List<String> block = blocks.get(line.strip());
      if (block == null) {
        lines.add(words(line, settings));
      } else if (!block.isEmpty()) {
        String indentation = line.substring(0, line.indexOf('@'));
        block.forEach(each -> lines.add(indentation + each));
      } else if (Set.of("env:", "environment:").contains(lines.getLast().strip())) {
        lines.removeLast();
      }
    }
    if (settings.hasBucket()) {
      withoutFolder(lines);
    }
    return String.join("\n", lines) + "\n";
  }

  /** Backups that go into a bucket need no folder, and one that is named would be preferred. */
  private static void withoutFolder(List<String> lines) {
    lines.replaceAll(line -> line.replace(" --folder \"$SLIPWAY_BACKUPS\"", ""));
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).strip().startsWith("SLIPWAY_BACKUPS:")) {
        lines.remove(i);
        if (lines.get(i - 1).strip().equals("variables:")) {
          lines.remove(i - 1);
        }
      }
    }
  }

  private static String words(String line, PipelineSettings settings) {
    return line.replace("@STAGING@", settings.staging())
        .replace("@PRODUCTION@", settings.production())
        .replace("@SECRETS@", String.join(", ", settings.productionVariables()));
  }

  private static List<String> secrets(Forge forge, Set<String> names) {
    return switch (forge) {
      case GITHUB -> names.stream().map(name -> name + ": ${{ secrets." + name + " }}").toList();
      case DOCKER -> names.stream().map(name -> name + ": \"${" + name + ":?}\"").toList();
      // Variables of a project are in the environment of every job.
      case GITLAB -> List.of();
    };
  }

  private static List<String> build(Forge forge, @Nullable String command) {
    if (command == null) {
      return List.of();
    }
    return switch (forge) {
      case GITHUB -> List.of("- name: Compile the definition", "  run: " + command);
      case GITLAB -> List.of("- " + command);
      case DOCKER -> List.of("RUN " + command);
    };
  }

  private static String template(String name) {
    try (InputStream file = PipelineFiles.class.getResourceAsStream("ci/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the template " + name + " is not part of the build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
