package dev.slipway.pull;

import dev.slipway.compiler.SourceFolder;
import dev.slipway.error.SlipwayException;
import dev.slipway.source.Source;
import java.nio.file.Path;
import java.util.List;

/**
 * A definition of which one part is a folder of Java sources that can be changed.
 *
 * @param folder the folder
 * @param parts all parts, of which it is one
 */
public record UpdatedSources(Path folder, List<Source> parts) {

  /** Copies the list. */
  public UpdatedSources {
    parts = List.copyOf(parts);
  }

  /**
   * The sources of a definition.
   *
   * @param definition the definition
   * @throws SlipwayException when none of its parts is a folder of Java sources, or several are
   */
  public static UpdatedSources of(Source definition) {
    List<Source> parts =
        definition instanceof Source.Several several ? several.parts() : List.of(definition);
    List<Path> folders =
        parts.stream()
            .filter(Source.JavaClasses.class::isInstance)
            .map(part -> ((Source.JavaClasses) part).classes())
            .filter(SourceFolder::is)
            .toList();
    if (folders.size() != 1) {
      throw new SlipwayException(
          PullError.UPDATE_NEEDS_SOURCES,
          folders.isEmpty()
              ? "No part of the definition is a folder of Java sources."
              : "Several parts of the definition are folders of Java sources.",
          "Let `schema:` in slipway.yml name one folder of sources, as in"
              + " java:src/main/java/schema; compiled classes, entities and SQL may stand beside"
              + " it.");
    }
    return new UpdatedSources(folders.get(0), parts);
  }

  /** The whole definition with the sources in another folder. */
  Source in(Path other) {
    List<Source> all =
        parts.stream()
            .<Source>map(part ->
                part.equals(new Source.JavaClasses(folder)) ? new Source.JavaClasses(other) : part)
            .toList();
    return all.size() == 1 ? all.get(0) : new Source.Several(all);
  }
}
