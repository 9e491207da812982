package dev.slipway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The folder of one server, and who uses it.
 *
 * <pre>
 *   data/           the server's own folder
 *   users/          one empty file per user, named after its process
 *   password        of the superuser; for the owner of the folder only
 *   server.log      since the last start; server.log.1 is the one before
 *   guardian        the process that stops the server when its users are gone
 *   heartbeat       written by the guardian every second
 *   stopping/       there while the guardian stops the server
 * </pre>
 *
 * @param root the folder
 * @param lock held while somebody joins, starts, leaves or stops
 */
record ServerFolder(Path root, Path lock) {

  static ServerFolder of(Cache cache, Placement placement, int version) {
    return switch (placement) {
      case Placement.Temporary() ->
          inCache(cache.servers().resolve("temporary-" + version + "-" + UUID.randomUUID()));
      case Placement.Shared(String name) ->
          inCache(cache.servers().resolve("shared-" + version + "-" + name));
      case Placement.Persistent(Path folder) -> new ServerFolder(folder, folder.resolve("lock"));
    };
  }

  /** The lock lies beside the folder, because the folder goes away. */
  static ServerFolder inCache(Path root) {
    return new ServerFolder(root, root.resolveSibling(root.getFileName() + ".lock"));
  }

  Path data() {
    return root.resolve("data");
  }

  Path users() {
    return root.resolve("users");
  }

  Path password() {
    return root.resolve("password");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path guardian() {
    return root.resolve("guardian");
  }

  Path heartbeat() {
    return root.resolve("heartbeat");
  }

  Path stopping() {
    return root.resolve("stopping");
  }

  /** Which machine or container the server was started on. */
  Path machine() {
    return root.resolve("machine");
  }

  void create() throws IOException {
    Files.createDirectories(users());
  }

  /** Says that this process uses the server; the answer is to be deleted when it no longer does. */
  Path register() throws IOException {
    return Files.createFile(
        users().resolve(ProcessMark.current().text() + "-" + UUID.randomUUID()));
  }

  boolean hasLiveUsers() {
    return !Files.isDirectory(users())
        ? false
        : names(users()).stream().anyMatch(name -> ProcessMark.parse(name).isAlive());
  }

  boolean hasLiveGuardian() {
    try {
      return ProcessMark.parse(Files.readString(guardian())).isAlive();
    } catch (IOException e) {
      return false;
    }
  }

  /** The end of the server's log, for a message. */
  String logTail() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "(no log at " + log() + ")";
    }
  }

  static List<String> names(Path folder) {
    var names = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
