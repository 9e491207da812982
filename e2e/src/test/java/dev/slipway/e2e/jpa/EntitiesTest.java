package dev.slipway.e2e.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.question.Answers;
import dev.slipway.workspace.Allowances;
import dev.slipway.workspace.Generated;
import dev.slipway.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What entities become. A case is a folder: {@code src} is compiled, {@code resources} stand beside
 * the classes, {@code after} is laid over it once the first migration is written, and the classes
 * of {@code missing} are gone after the compilation. {@code expected.txt} has what is planned or
 * refused, {@code expected-6.txt} where Hibernate 6 differs; {@code -Dgolden.update=true} writes
 * the first, {@code -Dcases=NAME} runs one.
 */
final class EntitiesTest {

  private static final Path MODULE = Path.of(System.getProperty("slipway.project.root"), "e2e");
  private static final Path CASES = MODULE.resolve("src/test/cases/jpa");

  @TempDir Path temporary;

  static List<Arguments> cases() throws IOException {
    String chosen = System.getProperty("cases", "*");
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> chosen.equals("*") || chosen.equals(name))
          .sorted()
          .flatMap(name -> Stream.of(7, 6).map(version -> Arguments.of(name, version)))
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}, Hibernate {1}")
  @MethodSource("cases")
  void should_plan_what_hibernate_would_create(String name, int version) throws IOException {
    Path given = CASES.resolve(name);
    Path project = temporary.toRealPath();
    Path hibernate = MODULE.resolve("target/hibernate/" + version);
    assertThat(hibernate).as("jars that the build copies").isDirectory();
    copy(given, project);
    compile(project, hibernate);
    Path settings = project.resolve("slipway.yml");
    Files.writeString(
        settings, Files.readString(settings).replace("@HIBERNATE@", hibernate.toString()));

    var told = new StringBuilder();
    try {
      told.append(planned(settings));
      if (Files.exists(given.resolve("after"))) {
        copy(given.resolve("after"), project);
        compile(project, hibernate);
        told.append("\n--- after ---\n").append(planned(settings));
      }
    } catch (SlipwayException e) {
      told.append(e.code().slug()).append(": ").append(e.what()).append('\n');
      told.append(e.next()).append('\n');
    }

    String text = told.toString().replace(project.toString(), "@FOLDER@");
    Path own = given.resolve("expected-" + version + ".txt");
    Path golden = Files.exists(own) ? own : given.resolve("expected.txt");
    if (Boolean.getBoolean("golden.update") && version == 7) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** Writes the migration; the next one has nothing to do, and the history is sound. */
  private static String planned(Path settings) {
    Configuration configuration =
        Configuration.load(settings, "slipway.yml", Map.of(), List.of("dev"));
    try (Workspace workspace = Workspace.open(configuration, Clock.systemUTC())) {
      Generated written = generate(workspace, "change");
      assertThat(written.migration()).isNotNull();
      assertThat(generate(workspace, "nothing").plan().up()).isEmpty();
      assertThat(workspace.check().findings()).isEmpty();
      return String.join(";\n", written.plan().up()) + ";\n";
    }
  }

  private static Generated generate(Workspace workspace, String name) {
    return workspace.generate(name, Allowances.none(), Answers.none(), /* dryRun= */ false);
  }

  private static void compile(Path project, Path hibernate) throws IOException {
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    if (Files.exists(project.resolve("resources"))) {
      copy(project.resolve("resources"), classes);
    }
    String jars = jars(hibernate);
    if (Files.exists(project.resolve("missing"))) {
      Path elsewhere = Files.createDirectories(project.resolve("target/missing"));
      compile(project.resolve("missing"), elsewhere, jars);
      jars += File.pathSeparator + elsewhere;
    }
    compile(project.resolve("src"), classes, jars);
  }

  private static void compile(Path sources, Path classes, String classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> units = all.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath);
      boolean isDone =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(units))
              .call();
      assertThat(isDone).as(messages.toString()).isTrue();
    }
  }

  private static String jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.write(target, Files.readAllBytes(file));
      }
    }
  }
}
