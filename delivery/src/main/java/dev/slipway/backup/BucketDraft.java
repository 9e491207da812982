package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backup that is being written into a bucket: none as long as it has no manifest. */
final class BucketDraft implements BackupDraft {

  private final BucketStore store;
  private final String name;
  private boolean isFinished;

  BucketDraft(BucketStore store, String name) {
    this.store = store;
    this.name = name;
  }

  @Override
  public FileSink file(String file) {
    return new BucketUpload(store, store.key(name, file));
  }

  @Override
  public @Nullable Path folder() {
    return null;
  }

  @Override
  public void finish(byte[] manifest, Map<String, String> marks) throws IOException {
    for (Map.Entry<String, String> mark : marks.entrySet()) {
      store.write(name, mark.getKey(), (mark.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    store.writeManifest(name, manifest);
    isFinished = true;
  }

  @Override
  public void close() {
    if (!isFinished) {
      try {
        store.removeUnfinished(name);
      } catch (IOException | SlipwayException e) {
        // what can't be removed has no manifest, and is no backup; prune takes it away
      }
    }
  }
}
