package dev.slipway.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Backups in a folder, each a folder of its name; that is called otherwise until it is whole. */
final class FolderStore extends BackupStore {

  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public String place(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FolderStore store && folder.equals(store.folder);
  }

  @Override
  public int hashCode() {
    return folder.hashCode();
  }

  @Override
  List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(each -> each.getFileName().toString())
          .filter(name -> !name.endsWith(BackupFolder.UNFINISHED))
          .toList();
    }
  }

  @Override
  List<UnfinishedBackup> unfinished() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<UnfinishedBackup> unfinished = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.filter(Files::isDirectory).toList()) {
        String name = each.getFileName().toString();
        if (name.endsWith(BackupFolder.UNFINISHED)) {
          unfinished.add(new UnfinishedBackup(name, lastWritten(each)));
        }
      }
    }
    return unfinished;
  }

  private static Instant lastWritten(Path folder) throws IOException {
    Instant last = Instant.EPOCH;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        last = written.isAfter(last) ? written : last;
      }
    }
    return last;
  }

  @Override
  void removeUnfinished(String name) throws IOException {
    removeAll(folder.resolve(name));
  }

  @Override
  boolean has(String name) {
    return Files.exists(folder.resolve(name)) || Files.exists(unfinished(name));
  }

  @Override
  Path folder(String name) {
    return folder.resolve(name);
  }

  @Override
  BackupDraft begin(String name) throws IOException {
    Files.createDirectories(folder);
    return new FolderDraft(unfinished(name), folder.resolve(name));
  }

  @Override
  InputStream read(String name, String file) throws IOException {
    return Files.newInputStream(regular(name, file));
  }

  @Override
  long length(String name, String file) throws IOException {
    return Files.size(regular(name, file));
  }

  @Override
  void write(String name, String file, byte[] content) throws IOException {
    Files.write(BackupFolder.file(folder.resolve(name), file), content);
  }

  @Override
  void remove(String name) throws IOException {
    Path unfinished = unfinished(name);
    Files.move(folder.resolve(name), unfinished, StandardCopyOption.ATOMIC_MOVE);
    removeAll(unfinished);
  }

  static void removeAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path unfinished(String name) {
    return folder.resolve(name + BackupFolder.UNFINISHED);
  }

  private Path regular(String name, String file) throws NoSuchFileException {
    Path path = BackupFolder.file(folder.resolve(name), file);
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return path;
  }
}
