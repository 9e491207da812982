package dev.slipway.backup;

import dev.slipway.dialect.DatabaseTraits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds.
 *
 * @param environment the environment that it is of
 * @param began when its moment was, to which every row is as it was
 * @param ended when it was whole
 * @param position where the server's log was at that moment, such as {@code 0/1A2B3C4}
 * @param database what the database is beside its objects
 * @param fingerprint of its catalog, with owners and with Slipway's own tables
 * @param compression {@code zstd}, {@code none}, or {@code gzip} as older versions of {@code
 *     pg_dump} do it
 * @param encryption how its files are encrypted; null for not at all
 * @param schema the files of statements: before the rows, behind them, owners and privileges; and
 *     the catalog
 * @param tied what each statement behind the rows touches, in their order
 * @param tables the tables with their rows, the largest first
 * @param largeObjects pieces of large objects, in the same form
 * @param sequences how far sequences were
 * @param unfilled materialized views without rows, as statements that leave them so
 * @param roles the roles that own or may do something
 * @param leftOut what it does not hold, in words
 * @param because why it was taken so, where that was not said; else empty
 * @param dump what {@code pg_dump} wrote; null for our own copy
 */
public record BackupManifest(
    String environment,
    Instant began,
    Instant ended,
    String position,
    DatabaseTraits database,
    String fingerprint,
    String compression,
    @Nullable Encryption encryption,
    List<DataFile> schema,
    List<Tie> tied,
    List<TableCopy> tables,
    TableCopy largeObjects,
    List<SequenceCopy> sequences,
    List<String> unfilled,
    List<String> roles,
    List<String> leftOut,
    String because,
    @Nullable DumpCopy dump) {

  /** Copies the lists. */
  public BackupManifest {
    schema = List.copyOf(schema);
    tied = List.copyOf(tied);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    unfilled = List.copyOf(unfilled);
    roles = List.copyOf(roles);
    leftOut = List.copyOf(leftOut);
  }

  /** By what it was taken. */
  public BackupForm form() {
    return dump == null ? BackupForm.OWN : BackupForm.PG_DUMP;
  }

  /** How many rows it holds. */
  public long rows() {
    return tables.stream().mapToLong(TableCopy::rows).sum();
  }

  /** How long all its files are. */
  public long bytes() {
    return files().stream().mapToLong(DataFile::bytes).sum();
  }

  /** All its files. */
  public List<DataFile> files() {
    List<DataFile> files = new ArrayList<>(schema);
    tables.forEach(table -> files.addAll(table.files()));
    files.addAll(largeObjects.files());
    if (dump != null) {
      files.addAll(dump.files());
    }
    return files;
  }
}
