package dev.slipway.cli.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the demo's project, as its build would, and runs programs of it. */
final class DemoPrograms {

  /** jOOQ warns of each server that is older than the newest it knows; the demo's is on purpose. */
  private static final Logger JOOQ = Logger.getLogger("org.jooq");

  private final Path folder;

  DemoPrograms(Path folder) {
    this.folder = folder;
    JOOQ.setLevel(Level.SEVERE);
  }

  /** Compiles every class and puts the managed SQL beside them. */
  void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException(
          "this Java has no compiler; the launcher looks for one that has");
    }
    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    var messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean isDone =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(find("src/main/java")))
              .call();
      if (!isDone) {
        throw new IllegalStateException("the demo's classes do not compile:\n" + messages);
      }
    }
    for (Path file : find("src/main/resources")) {
      Path target =
          classes.resolve(folder.resolve("src/main/resources").relativize(file).toString());
      Files.createDirectories(target.resolveSibling(""));
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Calls a static method that takes a database's address and returns what it has to say.
   *
   * @param program the simple name of a class of the package {@code demo}
   */
  String call(String program, String method, String url) throws IOException {
    URL classes = folder.resolve("target/classes").toUri().toURL();
    try (var loader = new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
      Object said =
          loader.loadClass("demo." + program).getMethod(method, String.class).invoke(null, url);
      return String.valueOf(said);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the demo's program " + program + " failed", e);
    }
  }

  private List<Path> find(String below) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(below))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
