package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a project of its own, with a JDK and a Maven that only write down their calls.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherTest {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("slipway.project.root"), "slipway");

  /** Everything that the launcher takes from PATH, beside Maven. */
  private static final List<String> NEEDED =
      List.of(
          "cat", "date", "dirname", "find", "grep", "head", "ls", "mkdir", "mv", "rm", "sleep",
          "tail", "tee", "touch", "true");

  @TempDir Path folder;
  private Path root;
  private Path tools;
  private Path jdk;

  @BeforeEach
  void write_project() throws IOException {
    root = Files.createDirectories(folder.toRealPath().resolve("a project"));
    tools = Files.createDirectory(root.resolveSibling("tools"));
    for (String needed : NEEDED) {
      Files.createSymbolicLink(tools.resolve(needed), find(needed));
    }
    Files.copy(LAUNCHER, root.resolve("slipway"));
    root.resolve("slipway").toFile().setExecutable(true);
    Files.writeString(root.resolve("pom.xml"), "");
    for (String module : List.of("schema", "engine", "cli")) {
      Files.createDirectories(root.resolve(module + "/src/main"));
      Files.writeString(root.resolve(module + "/pom.xml"), "");
    }
    program(
        tools.resolve("mvn"),
        """
        echo "mvn $JAVA_HOME" >>calls
        echo '[INFO] Building Slipway Engine 0.1.0-SNAPSHOT                       [2/3]'
        mkdir -p cli/target/slipway/lib
        """);
    jdk = jdk("jdk-25", "25.0.3");
  }

  @Test
  void should_build_once_and_pass_arguments_and_input() throws Exception {
    Run first = run("typed", "diff", "a b", "*");

    assertThat(first.out).endsWith("dev.slipway.cli.Main|diff|a b|*|\ntyped");
    assertThat(first.err)
        .contains("slipway: building, once", "  [2/3] Slipway Engine\n", "slipway: built in ");
    assertThat(first.exit).isEqualTo(7);
    assertThat(Files.readString(root.resolve("calls"))).isEqualTo("mvn " + jdk + "\n");

    Run second = run("", "status");
    assertThat(second.err).isEmpty();
    assertThat(Files.readAllLines(root.resolve("calls"))).hasSize(1);
  }

  @Test
  void should_build_again_when_a_source_is_newer() throws Exception {
    run("");
    Path source = Files.writeString(root.resolve("engine/src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    run("");

    assertThat(Files.readAllLines(root.resolve("calls"))).hasSize(2);
  }

  @Test
  void should_build_once_when_several_start_at_once() throws Exception {
    var starts = new ArrayList<Process>();
    for (int i = 0; i < 5; i++) {
      starts.add(start(root.resolve("slipway").toString()));
    }
    for (Process start : starts) {
      start.getOutputStream().close();
      assertThat(start.waitFor()).isEqualTo(7);
    }

    assertThat(Files.readAllLines(root.resolve("calls"))).hasSize(1);
    assertThat(root.resolve("target/slipway/lock")).doesNotExist();
  }

  @Test
  void should_take_over_the_lock_of_a_start_that_was_killed() throws Exception {
    Path lock = Files.createDirectories(root.resolve("target/slipway/lock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    assertThat(run("").exit).isEqualTo(7);
  }

  @Test
  void should_work_through_a_symbolic_link() throws Exception {
    Path link = Files.createSymbolicLink(tools.resolve("sw"), Path.of("../a project/slipway"));
    Process start = start(link.toString(), "status");
    start.getOutputStream().close();

    assertThat(read(start).out).contains(root + "/cli/target/slipway/lib/*");
  }

  @Test
  void should_show_why_the_build_failed() throws Exception {
    program(tools.resolve("mvn"), "echo '[ERROR] something is wrong'; exit 1");
    Run run = run("");

    assertThat(run.exit).isEqualTo(2);
    assertThat(run.err).contains("slipway: the build failed", "[ERROR] something is wrong");
    assertThat(run.out).isEmpty();
    assertThat(root.resolve("target/slipway/lock")).doesNotExist();
  }

  @Test
  void should_name_what_is_missing() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Run noMaven = run("");
    assertThat(noMaven.exit).isEqualTo(78);
    assertThat(noMaven.err).contains("there is no mvn on PATH", "next: install Maven 3.8");

    jdk = jdk("jdk-17", "17.0.15");
    Run oldJava = run("");
    assertThat(oldJava.exit).isEqualTo(78);
    assertThat(oldJava.err).contains("SLIPWAY_JAVA_HOME is no JDK 21 or newer: " + jdk);
  }

  @Test
  @Timeout(60)
  void should_start_with_the_archive_that_the_first_start_wrote() throws Exception {
    for (String release : List.of("25.0.3", "21.0.8")) {
      jdk = jdk("jdk-" + release, release);
      boolean isNew = release.startsWith("25");
      String make = isNew ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
      program(
          jdk.resolve("bin/java"),
          """
          for argument in "$@"; do
            case $argument in
              %s*) echo made >>"${0%%/*}/made"; echo x >"${argument#*=}"; exit 0 ;;
            esac
          done
          printf '%%s|' "$@"; echo; cat; exit 7
          """
              .formatted(make));

      Run first = runWithArchive();
      Path archive = root.resolve("target/slipway/start-" + release + ".archive");
      while (!Files.exists(archive) || Files.exists(Path.of(archive + ".lock"))) {
        Thread.onSpinWait();
      }
      Run second = runWithArchive();

      assertThat(first.out).doesNotContain(archive.toString());
      assertThat(second.out)
          .contains((isNew ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive + "|");
      assertThat(second.exit).isEqualTo(7);
      assertThat(Files.readAllLines(jdk.resolve("bin/made"))).hasSize(1);
    }
  }

  @Test
  @Timeout(60)
  void should_do_without_an_archive_that_could_not_be_written() throws Exception {
    Run first = runWithArchive();
    Path failed = root.resolve("target/slipway/start-25.0.3.archive.failed");
    while (!Files.exists(failed)
        || Files.exists(failed.resolveSibling("start-25.0.3.archive.lock"))) {
      Thread.onSpinWait();
    }
    Run second = runWithArchive();

    assertThat(List.of(first.out, second.out)).noneMatch(out -> out.contains("archive"));
    assertThat(first.err + second.err).doesNotContain("archive");
  }

  private static Path find(String program) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, program))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(root.resolveSibling(name));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.createDirectory(home.resolve("bin"));
    program(home.resolve("bin/javac"), "");
    program(home.resolve("bin/java"), "printf '%s|' \"$@\"; echo; cat; exit 7");
    return home;
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    file.toFile().setExecutable(true);
  }

  private Run run(String typed, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(root.resolve("slipway").toString()));
    command.addAll(List.of(arguments));
    Process process = start(command.toArray(String[]::new));
    try (var input = process.getOutputStream()) {
      input.write(typed.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it ended without reading: what it printed is what counts
      assertThat(typed).isEmpty();
    }
    return read(process);
  }

  private Run runWithArchive() throws Exception {
    ProcessBuilder builder = builder(root.resolve("slipway").toString(), "status");
    builder.environment().remove("SLIPWAY_START_ARCHIVE");
    Process process = builder.start();
    process.getOutputStream().close();
    return read(process);
  }

  private Process start(String... command) throws IOException {
    return builder(command).start();
  }

  private ProcessBuilder builder(String... command) {
    var builder = new ProcessBuilder(command).directory(tools.toFile());
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("SLIPWAY_JAVA_HOME", jdk.toString());
    builder.environment().put("SLIPWAY_START_ARCHIVE", "off");
    return builder;
  }

  private static Run read(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  private record Run(int exit, String out, String err) {}
}
