package dev.slipway.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a folder of Java sources into a folder of class files.
 *
 * <p>The classes are kept below {@code .slipway/cache} by the content of the sources, the class
 * path and the JDK, so that what did not change is not compiled again. An entry that was damaged is
 * made anew; where nothing can be kept, a temporary folder serves.
 */
public final class CompiledClasses {

  private final Path directory;

  /**
   * @param directory the folder of the project: that of the cache, and the one that paths in
   *     messages are relative to
   */
  public CompiledClasses(Path directory) {
    this.directory = directory;
  }

  /**
   * The classes of sources.
   *
   * @param sources the sources
   * @param further jars and folders that they need beside Slipway and jOOQ
   * @return a folder of class files, to be read only
   * @throws dev.slipway.error.SlipwayException when there is no compiler, or with every error that
   *     it finds
   */
  public Path of(SourceFolder sources, List<Path> further) {
    var classPath = ClassPath.with(further);
    var cache = new ClassCache(directory.resolve(".slipway/cache/classes"));
    try {
      String key = key(sources, classPath);
      Path known = cache.find(key);
      if (known != null) {
        return known;
      }
      Path unfinished = begin(cache);
      if (unfinished == null) {
        Path temporary = Files.createTempDirectory("slipway-classes-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(temporary)));
        Compilation.run(sources, classPath, temporary, directory);
        return temporary;
      }
      try {
        Compilation.run(sources, classPath, unfinished, directory);
        return cache.finish(key, unfinished);
      } catch (RuntimeException e) {
        ClassCache.delete(unfinished);
        throw e;
      }
    } catch (IOException e) {
      throw SourceFolder.unreadable(sources.folder(), e);
    }
  }

  private static @Nullable Path begin(ClassCache cache) {
    try {
      return cache.begin();
    } catch (IOException readOnly) {
      return null;
    }
  }

  private static void forget(Path folder) {
    try {
      ClassCache.delete(folder);
    } catch (IOException stays) {
      // The system clears its temporary folder.
    }
  }

  private static String key(SourceFolder sources, ClassPath classPath) throws IOException {
    var content = new StringBuilder();
    content.append(System.getProperty("java.vendor.version")).append('|');
    content.append(Runtime.version()).append('\n').append(classPath.state());
    for (Path file : sources.java()) {
      content.append(sources.folder().relativize(file)).append(' ');
      content.append(ClassCache.hash(Files.readAllBytes(file))).append('\n');
    }
    return ClassCache.hash(content.toString());
  }
}
