package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What embedded servers fail with, made with binaries that are none: the examples of the pages in
 * {@code docs/errors}. {@code -Dgolden.update=true} writes them.
 */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the binaries of these cases are shell scripts")
class ErrorExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("slipway.project.root"), "engine/src/test/cases/errors");
  private static final String VERSION = "17.99.0";

  @TempDir Path temporary;
  private final Map<String, String> before = new HashMap<>();
  private Path home;
  private Path jars;

  @BeforeEach
  void use_a_cache_and_binaries_of_our_own() throws IOException {
    // Servers of root run as somebody who may not pass through a folder for temporary files.
    home = Files.createDirectories(temporary.toRealPath().resolve("home"));
    jars = Files.createDirectories(temporary.toRealPath().resolve("jars"));
    set(Cache.HOME.property(), home);
    set(BinariesSearch.FOLDER.property(), jars);
    set("maven.repo.local", Files.createDirectories(temporary.resolve("repository")));
  }

  @AfterEach
  void restore() {
    before.forEach((name, value) -> {
      if (value == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, value);
      }
    });
  }

  @Test
  void should_say_what_has_no_binaries() throws IOException {
    check("postgres-version-unsupported", () -> EmbeddedOptions.temporary().version(13));
    check("postgres-platform-unsupported", () -> Platform.of("SunOS", "sparcv9", false));
    check("server-setting-refused", () -> EmbeddedOptions.temporary().setting("port", "5432"));
  }

  @Test
  void should_say_what_is_wrong_with_the_binaries() throws IOException {
    Platform platform = Platform.of("Linux", "amd64", false);
    check(
        "postgres-binaries-missing",
        () -> new BinariesSearch(platform, PostgresRelease.ofMajor(17)).find());
    jar(platform);
    Cache cache = Cache.locate(platform, new RunAs(List.of(), false));
    check(
        "postgres-binaries-broken",
        () -> Binaries.provide(cache, platform, PostgresRelease.ofMajor(17)));
  }

  @Test
  void should_say_what_is_wrong_with_folders() throws IOException {
    set(Cache.HOME.property(), Files.writeString(temporary.resolve("file"), "no folder"));
    check("cache-unusable", () -> Cache.locate(Platform.current(), new RunAs(List.of(), false)));
    check(
        "server-refuses-root", () -> new RunAs(List.of("false"), true).checkReach(home, "initdb"));
  }

  @Test
  void should_say_what_is_wrong_with_the_data() throws IOException {
    Path data = Files.createDirectories(temporary.toRealPath().resolve("dev"));
    programs("echo 'initdb: error: could not write: No space left on device' >&2; exit 1");
    EmbeddedOptions options = EmbeddedOptions.persistent(data).linger(Duration.ZERO);

    check("data-initialization-failed", () -> EmbeddedPostgres.start(options));

    Files.writeString(data.resolve("machine"), "machine-elsewhere");
    Files.writeString(data.resolve("heartbeat"), "");
    check("data-in-use-elsewhere", () -> EmbeddedPostgres.start(options));

    Files.delete(data.resolve("machine"));
    Files.createDirectories(data.resolve("data"));
    Files.writeString(data.resolve("data/PG_VERSION"), "16\n");
    check("data-version-differs", () -> EmbeddedPostgres.start(options));

    Files.writeString(data.resolve("data/PG_VERSION"), "17\n");
    check("server-start-failed", () -> EmbeddedPostgres.start(options));
  }

  private void check(String code, ThrowingCallable work) throws IOException {
    SlipwayException failure = catchThrowableOfType(SlipwayException.class, work);
    assertThat(failure).as(code).isNotNull();
    assertThat(failure.code().slug()).isEqualTo(code);
    String said =
        (code + ": " + failure.what() + "\n" + failure.next() + "\n")
            .replace(temporary.toString(), "@FOLDER@")
            .replaceAll("17\\.99\\.0-[a-z0-9-]+", "17.99.0-linux-amd64")
            .replaceAll("by way of \\S+", "by way of unshare");
    Path golden = EXAMPLES.resolve(code + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(EXAMPLES);
      Files.writeString(golden, said);
    }
    assertThat(golden).content().isEqualTo(said);
  }

  /** Binaries that are unpacked already, each program of which is a script. */
  private void programs(String script) throws IOException {
    jar(Platform.current());
    Path programs =
        Files.createDirectories(
            home.resolve("postgres/" + VERSION + "-" + Platform.current().classifier() + "/bin"));
    for (String name : List.of("initdb", "postgres", "pg_ctl")) {
      Path program = programs.resolve(name);
      Files.writeString(program, "#!/bin/sh\n[ \"$1\" != --version ] || exit 0\n" + script + "\n");
      assertThat(program.toFile().setExecutable(true, false)).isTrue();
    }
  }

  private void jar(Platform platform) throws IOException {
    Path file = jars.resolve(platform.artifact() + "-" + VERSION + ".jar");
    try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new ZipEntry("postgres-linux-x86_64.txz"));
      jar.write("no archive".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void set(String property, Path value) {
    before.putIfAbsent(property, System.getProperty(property));
    System.setProperty(property, value.toString());
  }
}
