package dev.slipway.backup;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a backup that is being written, and how they are encrypted.
 *
 * @param draft where they go
 * @param encryption how they are encrypted; null for not at all
 * @param seal the same, with the key
 */
record DraftFiles(BackupDraft draft, @Nullable Encryption encryption, FileSeal seal) {

  private static final int IDENTITY_BYTES = 16;

  /**
   * Those of a backup.
   *
   * @param name what it is called
   * @param key what it is encrypted with; null for nothing
   */
  static DraftFiles of(BackupDraft draft, String name, @Nullable BackupKey key) {
    if (key == null) {
      return new DraftFiles(draft, null, FileSeal.NONE);
    }
    var identity = new byte[IDENTITY_BYTES];
    new SecureRandom().nextBytes(identity);
    String text = HexFormat.of().formatHex(identity);
    return new DraftFiles(
        draft, new Encryption(BackupKey.METHOD, key.id(), name, text), new FileSeal(key, text));
  }

  /** Begins a file. */
  HashedFile file(String name) throws IOException {
    return new HashedFile(name, draft.file(name), seal);
  }

  /** Makes it a backup, with the manifest's hash and, where there is a key, its mark beside it. */
  void finish(byte[] manifest) throws IOException {
    Map<String, String> marks = new LinkedHashMap<>();
    marks.put(BackupFolder.MANIFEST_HASH, HashedFile.hashOf(manifest));
    if (seal.key() != null) {
      marks.put(BackupFolder.MANIFEST_MARK, seal.key().mark(BackupFolder.MANIFEST, manifest));
    }
    draft.finish(manifest, marks);
  }
}
