package dev.slipway.pull;

import dev.slipway.catalog.Catalog;
import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.Definition;
import dev.slipway.shadow.ShadowError;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles and loads files as the definition that they are, before they are where they belong. */
final class Trial {

  /** So many routines are found out one by one; then none of them is looked into. */
  private static final int FEW = 5;

  private static final String ROUTINES = "/functions/";

  private final SourceReader reader;

  Trial(SourceReader reader) {
    this.reader = reader;
  }

  /**
   * The catalog that files lead to.
   *
   * @param files the texts by their paths
   * @param definition the definition when the files are in a folder; what it names of that folder
   *     will be named then, so that its classes are known
   * @param unchecked the files of routines that the server shall not look into; a file whose
   *     routine it refuses is added
   * @return null when such a file was added
   * @throws SlipwayException when the files are refused for another reason
   */
  @Nullable Catalog read(
      Map<String, String> files, Function<Path, Source> definition, Set<String> unchecked) {
    try {
      Path folder = Files.createTempDirectory("slipway-pull-").toRealPath();
      try {
        for (var file : files.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.resolveSibling(""));
          Files.writeString(path, file.getValue());
        }
        return reader.read(definition.apply(folder)).catalog();
      } catch (SlipwayException e) {
        if (isRoutines(e, files, unchecked)) {
          return null;
        }
        throw e;
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new SlipwayException(
          PullError.PULL_UNWRITABLE,
          "The definition can't be written to the system's temporary folder: " + e.getMessage(),
          "Make room there, or name another folder with -Djava.io.tmpdir.",
          e);
    }
  }

  /**
   * The catalog that records and SQL files lead to, without any Java.
   *
   * @param definition what the classes among the files say
   * @param files the texts by their paths; those of classes are passed over
   * @param unchecked as above
   * @return null when a file was added to those
   */
  @Nullable Catalog read(Definition definition, Map<String, String> files, Set<String> unchecked) {
    Map<String, String> scripts = new TreeMap<>(files);
    scripts.keySet().removeIf(file -> !file.endsWith(".sql"));
    try {
      return reader.read(reader.written(definition, scripts)).catalog();
    } catch (SlipwayException e) {
      if (isRoutines(e, files, unchecked)) {
        return null;
      }
      throw e;
    }
  }

  private static boolean isRoutines(
      SlipwayException refusal, Map<String, String> files, Set<String> unchecked) {
    return refusal.code() == ShadowError.DEFINITION_REFUSED
        && leaveUnchecked(refusal, files, unchecked);
  }

  private static boolean leaveUnchecked(
      SlipwayException refusal, Map<String, String> files, Set<String> unchecked) {
    List<String> routines =
        files.keySet().stream()
            .filter(file -> file.contains(ROUTINES) && !unchecked.contains(file))
            .toList();
    if (unchecked.size() >= FEW) {
      return unchecked.addAll(routines);
    }
    return routines.stream()
        .filter(file -> refusal.what().contains(file + ", line "))
        .findFirst()
        .map(unchecked::add)
        .orElse(false);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
