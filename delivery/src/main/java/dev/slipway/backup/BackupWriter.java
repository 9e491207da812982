package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.RoleUse;
import dev.slipway.catalog.Selection;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.CopiedTable;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.SharedSnapshot;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.planner.Creation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Copies a database: its schema as statements, its rows as files. */
final class BackupWriter {

  /** Everything that is there, as it is: owners, the ledger, what is parked. */
  static final Scope WHOLE = Scope.all().comparing(List.of(Compared.OWNERS, Compared.OURS));

  private final Dialect dialect;
  private final Clock clock;
  private final BackupOptions options;
  private final BackupProgress progress;

  BackupWriter(Dialect dialect, Clock clock, BackupOptions options, BackupProgress progress) {
    this.dialect = dialect;
    this.clock = clock;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Writes a backup.
   *
   * @param environment what the database is called
   * @param files where it goes
   * @param because why it is taken so, where that was left open; else empty
   */
  BackupManifest write(String environment, DatabaseUrl url, DraftFiles files, String because)
      throws SQLException, IOException {
    Instant began = clock.instant();
    Copies copies = dialect.copies();
    try (SharedSnapshot snapshot = copies.snapshot(url)) {
      progress.advanced("reading the catalog", 0, 1);
      Catalog catalog = dialect.introspect(snapshot.holder(), WHOLE);
      List<String> leftOut = new ArrayList<>();
      Catalog possible = possible(dialect, catalog, leftOut);
      Creation creation = Creation.of(dialect, possible);
      List<DataFile> schema =
          List.of(
              text(files, BackupFolder.BEFORE, statements(creation.before())),
              text(
                  files,
                  BackupFolder.AFTER,
                  statements(creation.after().stream().map(Creation.Tied::sql).toList())),
              text(files, BackupFolder.RIGHTS, statements(creation.rights())),
              text(files, BackupFolder.CATALOG, CatalogJson.write(possible)));
      var rows = new RowCopier(copies, snapshot, options.jobs(), progress);
      List<CopiedTable> tables =
          new ArrayList<>(copies.tables(snapshot.holder(), options.pieceBytes()));
      tables.add(copies.largeObjects(snapshot.holder()));
      List<TableCopy> copied = rows.write(tables, files, options.compression());
      return new BackupManifest(
          environment,
          began,
          clock.instant(),
          snapshot.position(),
          copies.traits(snapshot.holder()),
          possible.fingerprint().value(),
          options.compression().word(),
          files.encryption(),
          schema,
          creation.after().stream()
              .map(each ->
                  new Tie(each.tables().stream().map(ObjectId::dotted).toList(), each.isShared()))
              .toList(),
          copied.subList(0, copied.size() - 1),
          copied.get(copied.size() - 1),
          copies.sequences(snapshot.holder()).stream().map(SequenceCopy::of).toList(),
          copies.unfilled(snapshot.holder()).stream().map(copies::unfill).toList(),
          roles(possible),
          leftOut,
          because,
          /* dump= */ null);
    }
  }

  /** Without what no statement creates again, such as a subscription, whose password is hidden. */
  static Catalog possible(Dialect dialect, Catalog catalog, List<String> leftOut) {
    var selection = new Selection(catalog);
    for (DatabaseObject object : catalog.objects()) {
      try {
        dialect.renderer().requirePossible(new Change.Create(object));
        selection.add(object.id());
      } catch (SlipwayException e) {
        leftOut.add(object.id().toString());
      }
    }
    return leftOut.isEmpty() ? catalog : selection.of(catalog);
  }

  static List<String> roles(Catalog catalog) {
    var roles = new TreeSet<String>();
    catalog.objects().forEach(object -> roles.addAll(RoleUse.of(object)));
    roles.removeIf(RoleUse::isNoRole);
    return List.copyOf(roles);
  }

  private static String statements(List<String> sql) {
    var text = new StringBuilder();
    sql.forEach(each -> text.append(each).append(";\n\n"));
    return text.toString();
  }

  static DataFile text(DraftFiles files, String name, String text) throws IOException {
    try (var file = files.file(name)) {
      try (OutputStream out = file.out()) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return file.finish(0);
    }
  }
}
