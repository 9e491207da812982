package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A backup in a folder. Immutable; the files are read when they are needed.
 *
 * @param folder where it is
 * @param manifest what it holds
 * @param hash the SHA-256 of its manifest, and so of all of it: every file's own is in there
 */
public record Backup(Path folder, BackupManifest manifest, String hash) {

  /** What a backup is called: the last name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }

  /**
   * Opens a backup.
   *
   * @throws SlipwayException when there is none, or its manifest was changed
   */
  public static Backup open(Path folder) {
    Path manifest = folder.resolve(BackupFolder.MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      boolean isUnfinished = folder.toString().endsWith(BackupFolder.UNFINISHED);
      throw new SlipwayException(
          BackupError.NO_BACKUP,
          folder
              + (isUnfinished
                  ? " is a backup that was never finished."
                  : " holds no backup: there is no " + BackupFolder.MANIFEST + " in it."),
          "Name the folder of a backup; `slipway backup list` shows those of this project.");
    }
    try {
      String hash = HashedFile.hashOf(manifest);
      Path written = folder.resolve(BackupFolder.MANIFEST_HASH);
      if (!Files.isRegularFile(written) || !Files.readString(written).strip().equals(hash)) {
        throw new SlipwayException(
            BackupError.BACKUP_DAMAGED,
            manifest + " is not what " + BackupFolder.MANIFEST_HASH + " says: it was changed.",
            "Use another backup.");
      }
      return new Backup(
          folder,
          BackupManifestJson.read(Files.readString(manifest, StandardCharsets.UTF_8), manifest),
          hash);
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_DAMAGED,
          manifest + " can't be read: " + e.getMessage() + ".",
          "Use another backup.",
          e);
    }
  }

  /**
   * Compares every file with what the manifest says of it, several at a time.
   *
   * @param progress who is told how far that is
   * @throws SlipwayException naming a file that is missing, cut or changed
   */
  public void check(BackupProgress progress) {
    var told = new Told(progress, "checking files", manifest.bytes());
    try {
      Jobs.run(
          BackupOptions.defaults().jobs(),
          manifest.files(),
          () ->
              new Jobs.Worker<>() {
                @Override
                public void work(DataFile file) {
                  check(file);
                  told.add(file.bytes());
                }

                @Override
                public void close() {}
              });
    } catch (SQLException | IOException e) {
      throw damaged(folder, "can't be read: " + e.getMessage());
    }
  }

  /** What became of the last time that it was restored for trial; empty where it never was. */
  public Optional<Drill> drill() {
    return BackupProof.read(this);
  }

  /** Compares one file. */
  void check(DataFile file) {
    Path path = BackupFolder.file(folder, file.name());
    try {
      if (!Files.isRegularFile(path)) {
        throw damaged(path, "is missing");
      }
      if (Files.size(path) != file.bytes()) {
        throw damaged(path, "has " + Files.size(path) + " bytes instead of " + file.bytes());
      }
      if (!HashedFile.hashOf(path).equals(file.sha256())) {
        throw damaged(path, "was changed: its SHA-256 is not that of the manifest");
      }
    } catch (IOException e) {
      throw damaged(path, "can't be read: " + e.getMessage());
    }
  }

  /** A file of statements, after it was compared. */
  String text(String name) {
    DataFile file =
        manifest.schema().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> damaged(folder.resolve(name), "is not in the manifest"));
    check(file);
    try {
      return Files.readString(BackupFolder.file(folder, name));
    } catch (IOException e) {
      throw damaged(folder.resolve(name), "can't be read: " + e.getMessage());
    }
  }

  /** How the files of rows were made smaller. */
  Compression compression() {
    for (Compression known : Compression.values()) {
      if (known.word().equals(manifest.compression())) {
        return known;
      }
    }
    throw damaged(folder, "is compressed by " + manifest.compression() + ", which is not known");
  }

  private static SlipwayException damaged(Path file, String what) {
    return new SlipwayException(
        BackupError.BACKUP_DAMAGED, file + " " + what + ".", "Use another backup.");
  }
}
