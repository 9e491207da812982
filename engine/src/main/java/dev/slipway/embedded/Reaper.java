package dev.slipway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Removes servers of the cache that nobody looks after: their users and their guardian were killed,
 * or the machine was restarted.
 */
final class Reaper {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long DEAD_HEARTBEAT_MILLIS = Duration.ofHours(1).toMillis();
  private static final String LOCK = ".lock";
  private static final String GONE = ".gone";

  private final Cache cache;

  Reaper(Cache cache) {
    this.cache = cache;
  }

  /** Does what can be done now; what fails is left for the next start. */
  void reap() {
    for (String machine : ServerFolder.names(cache.allServers())) {
      Path servers = cache.allServers().resolve(machine);
      for (String name : ServerFolder.names(servers)) {
        try {
          if (!name.endsWith(LOCK)) {
            reap(servers.resolve(name), machine.equals(Machine.NAME));
          }
        } catch (IOException | UncheckedIOException e) {
          // Somebody else is at it, or a dying server still writes: the next start tries again.
        }
      }
    }
  }

  private static void reap(Path root, boolean here) throws IOException {
    if (root.getFileName().toString().endsWith(GONE)) {
      FileTree.delete(root);
    } else if (here) {
      ServerFolder folder = ServerFolder.inCache(root);
      FolderLock.holdIfFree(folder.lock(), () -> reap(folder));
    } else if (isDead(root)) {
      FileTree.delete(root);
    }
  }

  private static void reap(ServerFolder folder) throws IOException {
    if (folder.hasLiveGuardian() || folder.hasLiveUsers()) {
      return;
    }
    Postmaster postmaster = Postmaster.running(folder.data());
    if (postmaster != null) {
      postmaster.stop(false, PATIENCE);
    }
    FileTree.delete(folder.root());
    if (folder.root().getFileName().toString().startsWith("temporary-")) {
      Files.deleteIfExists(folder.lock());
    }
  }

  /** Processes of another container are not visible, the heartbeat in its folder is. */
  private static boolean isDead(Path root) throws IOException {
    Path heartbeat = root.resolve("heartbeat");
    Path sign = Files.exists(heartbeat) ? heartbeat : root;
    return System.currentTimeMillis() - Files.getLastModifiedTime(sign).toMillis()
        > DEAD_HEARTBEAT_MILLIS;
  }
}
