package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A backup in its place. Immutable; the files are read when they are needed.
 *
 * @param store the place that keeps it
 * @param name what it is called there
 * @param manifest what it holds
 * @param hash the SHA-256 of its manifest, and so of all of it: every file's own is in there
 */
public record Backup(BackupStore store, String name, BackupManifest manifest, String hash) {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Where it is, as it is told: the path of its folder. */
  public String place() {
    return store.place(name);
  }

  /**
   * Opens a backup.
   *
   * @param name what it is called in its place
   * @throws SlipwayException when there is none, or its manifest was changed
   */
  public static Backup open(BackupStore store, String name) {
    String place = store.place(name);
    try {
      byte[] manifest = bytes(store, name, BackupFolder.MANIFEST);
      String hash = HashedFile.hashOf(manifest);
      if (!hash.equals(writtenHash(store, name))) {
        throw damaged(
            place + "/" + BackupFolder.MANIFEST,
            "is not what " + BackupFolder.MANIFEST_HASH + " says: it was changed");
      }
      return new Backup(
          store,
          name,
          BackupManifestJson.read(
              new String(manifest, StandardCharsets.UTF_8), place + "/" + BackupFolder.MANIFEST),
          hash);
    } catch (NoSuchFileException e) {
      boolean isUnfinished = name.endsWith(BackupFolder.UNFINISHED);
      throw new SlipwayException(
          BackupError.NO_BACKUP,
          place
              + (isUnfinished
                  ? " is a backup that was never finished."
                  : " holds no backup: there is no " + BackupFolder.MANIFEST + " in it."),
          "Name the folder of a backup; `slipway backup list` shows those of this project.",
          e);
    } catch (IOException e) {
      throw new SlipwayException(
          BackupError.BACKUP_DAMAGED,
          place + "/" + BackupFolder.MANIFEST + " can't be read: " + e.getMessage() + ".",
          "Use another backup.",
          e);
    }
  }

  /** What the manifest's hash was when it was written; nothing where that is not told. */
  private static String writtenHash(BackupStore store, String name) throws IOException {
    try {
      return new String(bytes(store, name, BackupFolder.MANIFEST_HASH), StandardCharsets.UTF_8)
          .strip();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static byte[] bytes(BackupStore store, String name, String file) throws IOException {
    try (InputStream in = store.read(name, file)) {
      return in.readAllBytes();
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
      throw damaged(place(), "can't be read: " + e.getMessage());
    }
  }

  /**
   * What became of the last time that it was restored for trial; empty where it never was. That the
   * proof of an encrypted one was written by who has the key is asked by {@link Backups#proof}.
   */
  public Optional<Drill> drill() {
    return BackupProof.read(this, null);
  }

  /** Compares one file. */
  void check(DataFile file) {
    String shown = place() + "/" + file.name();
    try {
      long length = store.length(name, file.name());
      if (length != file.bytes()) {
        throw damaged(shown, "has " + length + " bytes instead of " + file.bytes());
      }
      if (!hashOf(file).equals(file.sha256())) {
        throw damaged(shown, "was changed: its SHA-256 is not that of the manifest");
      }
    } catch (NoSuchFileException e) {
      throw damaged(shown, "is missing");
    } catch (IOException e) {
      throw damaged(shown, "can't be read: " + e.getMessage());
    }
  }

  private String hashOf(DataFile file) throws IOException {
    MessageDigest digest = HashedFile.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = read(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The bytes of one file as they are stored. */
  InputStream read(DataFile file) throws IOException {
    return store.read(name, file.name());
  }

  /** The manifest as it is stored; it was compared with its hash when this was opened. */
  byte[] manifestBytes() {
    try {
      byte[] bytes = bytes(store, name, BackupFolder.MANIFEST);
      if (!HashedFile.hashOf(bytes).equals(hash)) {
        throw damaged(place() + "/" + BackupFolder.MANIFEST, "was changed just now");
      }
      return bytes;
    } catch (IOException e) {
      throw damaged(place() + "/" + BackupFolder.MANIFEST, "can't be read: " + e.getMessage());
    }
  }

  /** A file of statements, or of the catalog. */
  DataFile schemaFile(String file) {
    return manifest.schema().stream()
        .filter(each -> each.name().equals(file))
        .findFirst()
        .orElseThrow(() -> damaged(place() + "/" + file, "is not in the manifest"));
  }

  /** How the files of rows were made smaller. */
  Compression compression() {
    for (Compression known : Compression.values()) {
      if (known.word().equals(manifest.compression())) {
        return known;
      }
    }
    throw damaged(place(), "is compressed by " + manifest.compression() + ", which is not known");
  }

  private static SlipwayException damaged(String file, String what) {
    return new SlipwayException(
        BackupError.BACKUP_DAMAGED, file + " " + what + ".", "Use another backup.");
  }
}
