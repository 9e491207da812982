package dev.slipway.backup;

import java.nio.file.Path;

/** Where the files of a backup are. */
final class BackupFolder {

  static final String MANIFEST = "manifest.json";
  static final String MANIFEST_HASH = "manifest.json.sha256";
  static final String MANIFEST_MARK = "manifest.json.hmac";
  static final String BEFORE = "schema/before.sql";
  static final String AFTER = "schema/after.sql";
  static final String RIGHTS = "schema/rights.sql";
  static final String CATALOG = "schema/catalog.json";
  static final String DATA = "data";
  static final String DUMP = "dump";

  /** What the folder is called until it is whole. */
  static final String UNFINISHED = ".unfinished";

  private BackupFolder() {}

  /** The file of a name, which can't lie elsewhere. */
  static Path file(Path folder, String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw new IllegalArgumentException(name + " is no name of a file in " + folder);
    }
    return file;
  }
}
