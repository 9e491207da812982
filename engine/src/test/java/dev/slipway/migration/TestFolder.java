package dev.slipway.migration;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A folder of migrations that a test fills. */
final class TestFolder {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:00Z"), ZoneOffset.UTC);

  final Path path;
  final MigrationFolder folder;
  private final List<String> names = new ArrayList<>();

  TestFolder(Path path) {
    this(path, BatchWorks.none());
  }

  TestFolder(Path path, BatchWorks works) {
    this.path = path;
    this.folder = new MigrationFolder(path, new Postgres(), works);
  }

  static Manifest manifest(List<String> parents) {
    Fingerprint nothing = Catalog.empty(Engine.POSTGRESQL).fingerprint();
    return new Manifest(parents, nothing, nothing, List.of(), List.of(), "test");
  }

  /** Adds a migration on top of the last one. */
  String add(String slug, String up, String down) {
    return addOn(names.isEmpty() ? List.of() : List.of(names.getLast()), slug, up, down);
  }

  String addOn(List<String> parents, String slug, String up, String down) {
    MigrationName name = MigrationName.next(CLOCK, slug, names);
    var draft =
        new MigrationFolder.Draft(up, down, manifest(parents), Catalog.empty(Engine.POSTGRESQL));
    folder.write(name, draft);
    names.add(name.toString());
    return name.toString();
  }

  void edit(String name, String file, String text) throws IOException {
    Files.writeString(path.resolve(name).resolve(file), text);
  }

  void delete(String name) throws IOException {
    try (var files = Files.list(path.resolve(name))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(path.resolve(name));
  }

  History history() {
    return folder.history();
  }
}
