package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.schema.TableDefinition;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jooq.Table;
import org.reactivestreams.Publisher;

/** Definition classes, compiled as the user's own build does it. */
final class CompiledClasses {

  private CompiledClasses() {}

  /**
   * Compiles classes of the package {@code shop} into an empty folder.
   *
   * @param classes the folder of the class files; what is in it goes
   * @param bodies of each class its declaration, without package and imports
   */
  static void compile(Path classes, String... bodies) throws IOException {
    delete(classes);
    Files.createDirectories(classes);
    Path sources = Files.createTempDirectory(classes.resolveSibling(""), "sources");
    var files = new ArrayList<Path>();
    for (String body : bodies) {
      String name = body.replaceFirst("(?s).*?class (\\w+).*", "$1");
      files.add(
          Files.writeString(
              sources.resolve(name + ".java"),
              "package shop;\nimport dev.slipway.schema.*;\nimport java.util.UUID;\n" + body));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  manager,
                  null,
                  List.of("-d", classes.toString(), "-classpath", classPath()),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private static String classPath() {
    return Stream.of(TableDefinition.class, Table.class, Publisher.class)
        .map(CompiledClasses::home)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(type + " is nowhere", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
