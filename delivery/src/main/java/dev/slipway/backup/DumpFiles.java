package dev.slipway.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files that a program wrote, brought to the disk and read once for their hashes. */
final class DumpFiles {

  private static final int BUFFER_BYTES = 1 << 16;

  private DumpFiles() {}

  /**
   * All files of a folder.
   *
   * @param name what the folder is called below the backup
   * @param jobs how many are read at once
   */
  static List<DataFile> of(Path folder, String name, int jobs) throws IOException, SQLException {
    List<Path> paths;
    try (Stream<Path> files = Files.list(folder)) {
      paths = files.sorted().toList();
    }
    List<DataFile> all = Collections.synchronizedList(new ArrayList<>());
    Jobs.run(
        jobs,
        paths,
        () ->
            new Jobs.Worker<>() {
              @Override
              public void work(Path path) throws IOException {
                all.add(file(path, name + "/" + path.getFileName()));
              }

              @Override
              public void close() {}
            });
    all.sort(Comparator.comparing(DataFile::name));
    return List.copyOf(all);
  }

  private static DataFile file(Path path, String name) throws IOException {
    MessageDigest digest = HashedFile.sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long length = 0;
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer)) {
        digest.update(buffer.flip());
        buffer.clear();
        length += read;
      }
      channel.force(true);
    }
    return new DataFile(name, 0, length, HexFormat.of().formatHex(digest.digest()));
  }
}
