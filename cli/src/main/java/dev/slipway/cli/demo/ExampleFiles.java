package dev.slipway.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The example's sources, which the build copies beside this class. */
final class ExampleFiles {

  private static final String FOLDER = "connect";
  private static final String CONFIGURATION = "slipway.yml";

  private ExampleFiles() {}

  /** The texts of all files by their paths in the example, in the order of the paths. */
  static Map<String, String> read() {
    URL known = ExampleFiles.class.getResource(FOLDER + "/" + CONFIGURATION);
    Objects.requireNonNull(known, "the example is not part of the build");
    try {
      if (known.openConnection() instanceof JarURLConnection jar) {
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
          return read(files.getPath(jar.getEntryName()).resolveSibling(""));
        }
      }
      return read(Path.of(known.toURI()).resolveSibling(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        texts.put(path, Files.readString(file));
      }
    }
    return texts;
  }
}
