package dev.slipway.compiler;

import dev.slipway.schema.TableDefinition;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of a definition are compiled against: Slipway's schema module, jOOQ with what
 * its types mention, and what the configuration names.
 *
 * @param entries the jars and folders in their order
 */
record ClassPath(List<Path> entries) {

  private static final List<String> PROVIDED =
      List.of(
          TableDefinition.class.getName(),
          "org.jooq.Table",
          "org.reactivestreams.Publisher",
          "io.r2dbc.spi.Connection",
          "org.jspecify.annotations.Nullable");

  ClassPath {
    entries = List.copyOf(entries);
  }

  /** The class path with further jars and folders at its end. */
  static ClassPath with(List<Path> further) {
    Set<Path> entries = new LinkedHashSet<>();
    for (String name : PROVIDED) {
      Path home = home(name);
      if (home != null) {
        entries.add(home);
      }
    }
    entries.addAll(further);
    return new ClassPath(new ArrayList<>(entries));
  }

  /** Where a class of this process came from; null for one that is not there. */
  private static @Nullable Path home(String name) {
    try {
      Class<?> type = Class.forName(name, false, ClassPath.class.getClassLoader());
      CodeSource source = type.getProtectionDomain().getCodeSource();
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException absent) {
      return null;
    }
  }

  /** The class path as the compiler takes it. */
  String text() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** What tells it from one with other content: names, sizes and times of all files. */
  String state() throws IOException {
    var state = new StringBuilder();
    for (Path entry : entries) {
      try (Stream<Path> files = Files.exists(entry) ? Files.walk(entry) : Stream.empty()) {
        for (Path file : files.sorted().toList()) {
          var attributes = Files.readAttributes(file, BasicFileAttributes.class);
          if (attributes.isRegularFile()) {
            state.append(file).append('|').append(attributes.size());
            state.append('|').append(attributes.lastModifiedTime().toMillis()).append('\n');
          }
        }
      }
    }
    return state.toString();
  }
}
