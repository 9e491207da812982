package dev.slipway.compiler;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java compiler of this process, and one run of it. */
public final class Compilation {

  private Compilation() {}

  /**
   * The compiler.
   *
   * @throws SlipwayException when this Java has none
   */
  public static JavaCompiler compiler() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new SlipwayException(
          CompilerError.NO_COMPILER,
          "The schema is Java sources, and this Java has no compiler: "
              + System.getProperty("java.home")
              + ".",
          "Run Slipway with a JDK (SLIPWAY_JAVA_HOME names one), or let `schema:` name compiled"
              + " classes, as in java:target/classes.");
    }
    return compiler;
  }

  /**
   * Compiles sources; annotations are not processed.
   *
   * @param directory the folder that paths in messages are relative to
   * @throws SlipwayException with every error that the compiler finds
   */
  static void run(SourceFolder sources, ClassPath classPath, Path classes, Path directory) {
    JavaCompiler compiler = compiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-Xmaxerrs",
              "1000",
              "-d",
              classes.toString(),
              "-cp",
              classPath.text());
      boolean isCompiled =
          compiler
              .getTask(
                  new StringWriter(),
                  files,
                  found,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources.java()))
              .call();
      if (!isCompiled) {
        throw Diagnostics.refused(found.getDiagnostics(), directory);
      }
    } catch (IOException e) {
      throw SourceFolder.unreadable(sources.folder(), e);
    }
  }
}
