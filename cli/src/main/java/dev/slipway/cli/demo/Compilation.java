package dev.slipway.cli.demo;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A run of the Java compiler, in this process, against the class path of this process. */
final class Compilation {

  private Compilation() {}

  /**
   * Compiles all classes of a folder.
   *
   * @param sources where the sources are
   * @param classes where the class files go
   * @throws SlipwayException when there is no compiler, or it finds errors
   */
  static void run(Path sources, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new SlipwayException(
          DemoError.NO_COMPILER,
          "This Java has no compiler: " + System.getProperty("java.home") + ".",
          "Run Slipway with a JDK; SLIPWAY_JAVA_HOME names one.");
    }
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8);
        Stream<Path> found = Files.walk(sources)) {
      Files.createDirectories(classes);
      List<Path> units = found.filter(file -> file.toString().endsWith(".java")).toList();
      boolean compiled =
          compiler
              .getTask(
                  new StringWriter(),
                  files,
                  diagnostics,
                  List.of(
                      "-proc:none",
                      "-d",
                      classes.toString(),
                      "-cp",
                      System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(units))
              .call();
      if (!compiled) {
        throw new SlipwayException(
            DemoError.NOT_COMPILED,
            "The example does not compile:\n" + errors(diagnostics),
            "This is a fault of the demo. Report it.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
