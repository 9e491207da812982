package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.CopiedTable;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.SharedSnapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a database with the backup that it was restored from: catalog, rows, sequences. */
final class RestoreProof {

  private static final long PIECE_BYTES = BackupOptions.defaults().pieceBytes();

  private final Dialect dialect;
  private final int jobs;
  private final BackupProgress progress;

  RestoreProof(Dialect dialect, int jobs, BackupProgress progress) {
    this.dialect = dialect;
    this.jobs = jobs;
    this.progress = progress;
  }

  /** What is not as it was, in words; nothing where all is. */
  List<String> differences(BackupFiles backup, DatabaseUrl restored)
      throws SQLException, IOException {
    List<String> differences = new ArrayList<>();
    BackupManifest manifest = backup.backup().manifest();
    Copies copies = dialect.copies();
    try (SharedSnapshot snapshot = copies.snapshot(restored)) {
      DumpCopy dump = manifest.dump();
      Catalog catalog =
          dump == null
              ? dialect.introspect(snapshot.holder(), BackupWriter.WHOLE)
              : DumpedCatalog.readAs(dump.role(), dialect, snapshot.holder());
      if (!catalog.fingerprint().value().equals(manifest.fingerprint())) {
        differences.addAll(
            CatalogDifferences.of(
                dialect,
                backup,
                catalog,
                BackupWay.major(manifest.database().server()),
                BackupWay.major(copies.traits(snapshot.holder()).server())));
      }
      List<CopiedTable> tables = new ArrayList<>(copies.tables(snapshot.holder(), PIECE_BYTES));
      tables.add(copies.largeObjects(snapshot.holder()));
      Map<String, TableCopy> found = new HashMap<>();
      new RowCopier(copies, snapshot, jobs, progress)
          .read(tables)
          .forEach(table -> found.put(table.shown(), table));
      List<TableCopy> expected = new ArrayList<>(manifest.tables());
      expected.add(manifest.largeObjects());
      for (TableCopy table : expected) {
        TableCopy other = found.remove(table.shown());
        if (other == null) {
          differences.add(table.shown() + " is missing");
        } else if (other.rows() != table.rows()) {
          differences.add(
              table.shown() + " has " + other.rows() + " rows instead of " + table.rows());
        } else if (!other.checksum().equals(table.checksum())) {
          differences.add(table.shown() + " has as many rows, but not the same");
        }
      }
      found.keySet().forEach(name -> differences.add(name + " was not backed up"));
      List<SequenceCopy> sequences =
          copies.sequences(snapshot.holder()).stream().map(SequenceCopy::of).toList();
      manifest.sequences().stream()
          .filter(each -> !sequences.contains(each))
          .forEach(each ->
              differences.add("sequence " + String.join(".", each.sequence()) + " is elsewhere"));
    }
    return differences;
  }
}
