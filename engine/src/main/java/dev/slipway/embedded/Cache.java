package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this user for unpacked binaries, the templates of data folders, and the servers
 * that do not outlive their users.
 *
 * <p>{@code SLIPWAY_HOME} (or the system property {@code slipway.home}) names it, else it is {@code
 * ~/.cache/slipway}. Where the server has to run as {@code nobody} root's home is closed to it, and
 * the folder is {@code /var/cache/slipway}.
 */
record Cache(Path home) {

  static final Named HOME = new Named("slipway.home", "SLIPWAY_HOME");

  static Cache locate(Platform platform, RunAs runAs) {
    Path named = HOME.folder();
    var cache = new Cache(named == null ? defaultHome(runAs) : named);
    cache.open();
    Spreading.below(cache.servers(), platform);
    return cache;
  }

  private static Path defaultHome(RunAs runAs) {
    return runAs.nobody()
        ? Path.of("/var/cache/slipway")
        : Path.of(System.getProperty("user.home", ""), ".cache", "slipway").toAbsolutePath();
  }

  Path binaries() {
    return home.resolve("postgres");
  }

  Path templates() {
    return home.resolve("templates");
  }

  /** The servers of this machine; a container that shares the cache has a folder of its own. */
  Path servers() {
    return allServers().resolve(Machine.NAME);
  }

  Path allServers() {
    return home.resolve("servers");
  }

  private void open() {
    try {
      for (Path folder : new Path[] {binaries(), templates(), servers()}) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    if (!Files.isWritable(servers())) {
      throw unusable(null);
    }
  }

  private SlipwayException unusable(@Nullable IOException cause) {
    return new SlipwayException(
        EmbeddedError.CACHE_UNUSABLE,
        "The folder " + home + " for embedded servers cannot be written.",
        "Make it writable, or name another one in " + HOME.variable() + ".",
        cause);
  }
}
