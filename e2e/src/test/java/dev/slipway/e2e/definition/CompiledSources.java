package dev.slipway.e2e.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources, compiled into a folder as a user's build does. */
final class CompiledSources {

  private CompiledSources() {}

  /** Compiles texts by class name. */
  static void compile(Map<String, String> sources, Path work, Path classes) throws IOException {
    List<Path> units = new ArrayList<>();
    Files.createDirectories(work);
    for (var source : sources.entrySet()) {
      units.add(Files.writeString(work.resolve(source.getKey() + ".java"), source.getValue()));
    }
    compile(units, List.of(), classes);
  }

  /** Compiles files. */
  static void compile(List<Path> units, List<Path> classPath, Path classes) throws IOException {
    Files.createDirectories(classes);
    if (units.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var path = new StringBuilder(System.getProperty("java.class.path"));
      classPath.forEach(each -> path.append(System.getProperty("path.separator")).append(each));
      List<String> options =
          List.of("-proc:none", "-parameters", "-d", classes.toString(), "-cp", path.toString());
      boolean isDone =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(units))
              .call();
      assertThat(isDone).as(messages.toString()).isTrue();
    }
  }
}
