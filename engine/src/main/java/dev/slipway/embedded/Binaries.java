package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The unpacked programs of one release.
 *
 * @param key names the release and the platform, such as {@code 17.11.0-linux-amd64}
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param platform what they were made for
 */
record Binaries(String key, Path folder, Platform platform) {

  /** Finds the release in the cache; unpacks it there when it is missing. */
  static Binaries provide(Cache cache, Platform platform, PostgresRelease release) {
    BinariesJar jar = new BinariesSearch(platform, release).find();
    String key = jar.version() + "-" + platform.classifier();
    var binaries = new Binaries(key, cache.binaries().resolve(key), platform);
    if (Files.isDirectory(binaries.folder)) {
      return binaries;
    }
    try {
      FolderLock.hold(
          cache.binaries().resolve(key + ".lock"),
          () -> {
            if (!Files.isDirectory(binaries.folder)) {
              binaries.unpack(jar);
            }
          });
    } catch (IOException e) {
      throw new SlipwayException(
          EmbeddedError.POSTGRES_BINARIES_BROKEN,
          "The binaries of PostgreSQL "
              + key
              + " could not be unpacked into "
              + binaries.folder
              + ": "
              + e.getMessage(),
          "Check that the disk has 100 MB left and that the jar is whole.",
          e);
    }
    return binaries;
  }

  String program(String name) {
    return folder.resolve("bin").resolve(platform.program(name)).toString();
  }

  private void unpack(BinariesJar jar) throws IOException {
    // What a killed process left: nobody else can be at it under the lock.
    Path unfinished = folder.resolveSibling(key + ".unfinished");
    FileTree.delete(unfinished);
    Files.createDirectories(unfinished);
    try (var archive = jar.location().open()) {
      Archive.unpack(archive, unfinished);
    }
    new Binaries(key, unfinished, platform).check(jar.version());
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void check(String version) throws IOException {
    Program.Result answer = Program.run(List.of(program("postgres"), "--version"));
    String release = version.substring(0, version.lastIndexOf('.'));
    if (!answer.output().contains("(PostgreSQL) " + release)) {
      throw new IOException("postgres --version says: " + answer.output());
    }
  }
}
