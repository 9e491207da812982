package dev.slipway.pitr;

import dev.slipway.embedded.ServerOwner;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder that a server is restored into: new, or empty, and in no server's files.
 *
 * @param path where it is
 */
record TargetFolder(Path path) {

  /**
   * @throws SlipwayException {@link PitrError#PITR_FOLDER_USED} when something is there
   */
  static TargetFolder of(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above.resolve("PG_VERSION"))) {
        throw used(folder + " is within " + above + ", where a server's files are.");
      }
    }
    var target = new TargetFolder(folder);
    for (Path each : new Path[] {folder, target.tablespaces()}) {
      if (Files.exists(each) && !isEmpty(each)) {
        throw used("There is something in " + each + " already.");
      }
    }
    return target;
  }

  private static SlipwayException used(String what) {
    return new SlipwayException(
        PitrError.PITR_FOLDER_USED,
        what,
        "Name a folder that is not there yet; nothing is ever restored over a server.");
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Where its tablespaces are restored to, each in a folder of its name. */
  Path tablespaces() {
    return path.resolveSibling(path.getFileName() + "-tablespaces");
  }

  /** Makes it, for the owner of the folder that it is in. */
  void make() throws IOException {
    ServerOwner user = ServerOwner.of(path);
    boolean isThere = Files.exists(path);
    Files.createDirectories(path);
    if (!isThere) {
      user.own(path);
    }
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          path, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Takes away what was restored; links are not followed. */
  void remove() throws IOException {
    for (Path each : new Path[] {path, tablespaces()}) {
      if (Files.isDirectory(each)) {
        try (Stream<Path> files = Files.walk(each)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
