package dev.slipway.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A compressed tar archive that is unpacked into a folder. */
final class Archive {

  private Archive() {}

  static void unpack(InputStream compressed, Path folder) throws IOException {
    try (var entries = new TarArchiveInputStream(new XZInputStream(compressed))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        unpack(entry, entries, folder);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path target = inside(folder, folder.resolve(entry.getName()), entry);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(parent(target));
    if (entry.isSymbolicLink()) {
      inside(folder, parent(target).resolve(entry.getLinkName()), entry);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(inside(folder, folder.resolve(entry.getLinkName()), entry), target);
    } else {
      Files.copy(content, target);
      if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static Path inside(Path folder, Path target, TarArchiveEntry entry) throws IOException {
    Path normal = target.normalize();
    if (!normal.startsWith(folder)) {
      throw new IOException("the archive has an entry that leaves its folder: " + entry.getName());
    }
    return normal;
  }

  private static Path parent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException("no folder above " + file);
    }
    return parent;
  }
}
