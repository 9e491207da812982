package dev.slipway.backup;

import dev.slipway.dialect.CopiedTable;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.SharedSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads all rows of a snapshot, several pieces at a time, over the connection that holds it and
 * others, and tells for each table how many there are and their checksum; where files are wanted it
 * writes them too.
 */
final class RowCopier {

  /**
   * One piece of a table.
   *
   * @param table the number of the table
   * @param sql what reads it
   * @param file where its rows go; null for nowhere
   * @param bytes its part of the table's size
   */
  private record Piece(int table, String sql, @Nullable String file, long bytes) {}

  private final Copies copies;
  private final SharedSnapshot snapshot;
  private final int jobs;
  private final BackupProgress progress;

  RowCopier(Copies copies, SharedSnapshot snapshot, int jobs, BackupProgress progress) {
    this.copies = copies;
    this.snapshot = snapshot;
    this.jobs = jobs;
    this.progress = progress;
  }

  /** What the tables hold, without writing it anywhere. */
  List<TableCopy> read(List<CopiedTable> tables) throws SQLException, IOException {
    return copy(tables, null, Compression.NONE, "comparing rows");
  }

  /**
   * Writes what the tables hold.
   *
   * @param files where they go
   */
  List<TableCopy> write(List<CopiedTable> tables, DraftFiles files, Compression compression)
      throws SQLException, IOException {
    return copy(tables, files, compression, "copying rows");
  }

  private List<TableCopy> copy(
      List<CopiedTable> tables, @Nullable DraftFiles files, Compression compression, String doing)
      throws SQLException, IOException {
    List<Piece> pieces = new ArrayList<>();
    List<Sum> sums = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      CopiedTable table = tables.get(i);
      sums.add(new Sum());
      for (int k = 0; k < table.pieces().size(); k++) {
        String file =
            files == null
                ? null
                : "%s/%05d-%04d%s".formatted(BackupFolder.DATA, i + 1, k + 1, compression.suffix());
        pieces.add(
            new Piece(i, table.pieces().get(k), file, table.bytes() / table.pieces().size()));
      }
    }
    var told = new Told(progress, doing, pieces.stream().mapToLong(Piece::bytes).sum());
    var isHolderFree = new AtomicBoolean(true);
    Jobs.run(
        jobs,
        pieces,
        () ->
            new PieceWorker(
                isHolderFree.getAndSet(false) ? snapshot.holder() : snapshot.open(),
                (connection, piece) -> {
                  Read read =
                      files == null || piece.file() == null
                          ? read(connection, piece)
                          : write(connection, piece, files.file(piece.file()), compression);
                  sums.get(piece.table()).add(read);
                  told.add(piece.bytes());
                }));
    List<TableCopy> copied = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      copied.add(sums.get(i).of(tables.get(i)));
    }
    return copied;
  }

  private Read read(Connection connection, Piece piece) throws SQLException, IOException {
    var tally = new Tally(OutputStream.nullOutputStream());
    long rows = copies.read(connection, piece.sql(), tally);
    return new Read(rows, tally.bytes, tally.checksum, null);
  }

  private Read write(Connection connection, Piece piece, HashedFile file, Compression compression)
      throws SQLException, IOException {
    try (file) {
      Tally tally;
      long rows;
      try (OutputStream out = compression.into(file.out())) {
        tally = new Tally(out);
        rows = copies.read(connection, piece.sql(), tally);
      }
      return new Read(rows, tally.bytes, tally.checksum, file.finish(rows));
    }
  }

  /** What the rows of one piece are so far; they go on into a stream. */
  private static final class Tally implements Copies.RowSink {

    private final OutputStream out;
    private final RowChecksum checksum = new RowChecksum();
    private long bytes;

    Tally(OutputStream out) {
      this.out = out;
    }

    @Override
    public void take(byte[] row) throws IOException {
      checksum.add(row);
      bytes += row.length;
      out.write(row, 0, row.length);
    }
  }

  /** What one piece had. */
  private record Read(long rows, long bytes, RowChecksum checksum, @Nullable DataFile file) {}

  /** What the pieces of one table had together. */
  private static final class Sum {

    private final RowChecksum checksum = new RowChecksum();
    private final List<DataFile> files = new ArrayList<>();
    private long rows;
    private long bytes;

    synchronized void add(Read read) {
      checksum.add(read.checksum());
      rows += read.rows();
      bytes += read.bytes();
      if (read.file() != null) {
        files.add(read.file());
      }
    }

    synchronized TableCopy of(CopiedTable table) {
      files.sort(Comparator.comparing(DataFile::name));
      return new TableCopy(
          table.id().schema(),
          table.id().name(),
          table.columns(),
          rows,
          checksum.text(),
          bytes,
          files);
    }
  }

  /** What is done with a piece. */
  private interface PieceWork {
    void work(Connection connection, Piece piece) throws SQLException, IOException;
  }

  /** A thread's connection; the snapshot closes it. */
  private record PieceWorker(Connection connection, PieceWork task) implements Jobs.Worker<Piece> {

    @Override
    public void work(Piece piece) throws SQLException, IOException {
      task.work(connection, piece);
    }

    @Override
    public void close() {}
  }
}
