package dev.slipway.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** A backup that is being written into a folder, which gets its name in the end. */
final class FolderDraft implements BackupDraft {

  private final Path unfinished;
  private final Path folder;
  private final FileForcing forcing = new FileForcing();
  private boolean isFinished;

  /**
   * @param unfinished a folder that is not there yet
   * @param folder what it is called once it is whole
   */
  FolderDraft(Path unfinished, Path folder) throws IOException {
    this.unfinished = unfinished;
    this.folder = folder;
    Files.createDirectory(unfinished);
  }

  @Override
  public FileSink file(String name) throws IOException {
    Path file = BackupFolder.file(unfinished, name);
    Files.createDirectories(file.resolveSibling(""));
    return new Sink(
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  @Override
  public Path folder() {
    return unfinished;
  }

  @Override
  public void finish(byte[] manifest, Map<String, String> marks) throws IOException {
    forcing.await();
    write(BackupFolder.MANIFEST, manifest);
    for (Map.Entry<String, String> mark : marks.entrySet()) {
      write(mark.getKey(), (mark.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    forcing.await();
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    isFinished = true;
  }

  private void write(String name, byte[] content) throws IOException {
    try (FileSink file = file(name)) {
      file.write(content, 0, content.length);
      file.finish();
    }
  }

  @Override
  public void close() {
    forcing.close();
    if (!isFinished) {
      try {
        FolderStore.removeAll(unfinished);
      } catch (IOException e) {
        // what can't be removed keeps its name, and is no backup
      }
    }
  }

  /** A file of it, which is brought to the disk while others are written. */
  private final class Sink implements FileSink {

    private final FileChannel channel;
    private final OutputStream out;
    private boolean isHandedOver;

    Sink(FileChannel channel) {
      this.channel = channel;
      this.out = Channels.newOutputStream(channel);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
    }

    @Override
    public void finish() {
      isHandedOver = true;
      forcing.force(channel);
    }

    @Override
    public void close() throws IOException {
      if (!isHandedOver) {
        channel.close();
      }
    }
  }
}
