package dev.slipway.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompiledClassesTest {

  @TempDir Path project;

  @BeforeEach
  void write_source() throws IOException {
    source("package app; class One { int number = 1; }");
  }

  private void source(String text) throws IOException {
    Files.createDirectories(project.resolve("src/app"));
    Files.writeString(project.resolve("src/app/One.java"), text);
  }

  private Path compiled() {
    return new CompiledClasses(project).of(SourceFolder.at(project.resolve("src")), List.of());
  }

  @Test
  void should_keep_what_did_not_change() throws IOException {
    Path classes = compiled();
    var made = Files.getLastModifiedTime(classes.resolve("app/One.class"));

    assertThat(compiled()).isEqualTo(classes);
    assertThat(Files.getLastModifiedTime(classes.resolve("app/One.class"))).isEqualTo(made);
  }

  @Test
  void should_compile_again_what_changed() throws IOException {
    Path before = compiled();
    source("package app; class One { int number = 2; }");

    assertThat(compiled()).isNotEqualTo(before);
  }

  @Test
  void should_make_a_damaged_entry_anew() throws IOException {
    Path file = compiled().resolve("app/One.class");
    byte[] whole = Files.readAllBytes(file);
    Files.writeString(file, "damaged");

    assertThat(compiled().resolve("app/One.class")).hasBinaryContent(whole);
  }

  @Test
  void should_leave_nothing_of_what_is_refused() throws IOException {
    source("package app; class One { int number = text; String other = 1; }");

    assertThatThrownBy(this::compiled)
        .isInstanceOf(SlipwayException.class)
        .hasMessageContaining("2 errors")
        .hasMessageContaining("src/app/One.java:1:39");
    try (Stream<Path> entries = Files.list(project.resolve(".slipway/cache/classes"))) {
      assertThat(entries).isEmpty();
    }
  }

  @Test
  void should_compile_where_nothing_can_be_kept() throws IOException {
    Files.writeString(project.resolve(".slipway"), "a file where the cache would be");

    assertThat(compiled().resolve("app/One.class")).exists();
  }

  /** A Java without the module of the compiler is what a runtime for servers is. */
  @Test
  void should_say_that_there_is_no_compiler() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--limit-modules",
                "java.se",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutCompiler.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(1);
    assertThat(said).contains("no-compiler", "Run Slipway with a JDK");
  }

  /** What the other process does. */
  static final class WithoutCompiler {

    private WithoutCompiler() {}

    /** Asks for the compiler. */
    public static void main(String[] arguments) {
      Compilation.compiler();
    }
  }
}
