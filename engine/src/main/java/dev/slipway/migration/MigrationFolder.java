package dev.slipway.migration;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds a project's migrations. Thread-safe; nothing is kept between calls.
 *
 * <p>Files that begin with a dot and Markdown files are left alone; whatever else is no migration
 * is an error, so that nothing is passed over in silence.
 */
public final class MigrationFolder {

  private static final Set<String> FILES =
      Set.of(Migration.UP, Migration.DOWN, Migration.MANIFEST, Migration.CATALOG);

  private final Path path;
  private final Dialect dialect;
  private final BatchWorks works;

  /**
   * One whose migrations do nothing in Java.
   *
   * @param path where it is; it need not be there yet
   * @param dialect the engine that the migrations are written for
   */
  public MigrationFolder(Path path, Dialect dialect) {
    this(path, dialect, BatchWorks.none());
  }

  /**
   * @param path where it is; it need not be there yet
   * @param dialect the engine that the migrations are written for
   * @param works finds what they do in Java, once it is to be run
   */
  public MigrationFolder(Path path, Dialect dialect, BatchWorks works) {
    this.path = path;
    this.dialect = dialect;
    this.works = works;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Reads every migration and puts them in order; no catalog is read.
   *
   * @throws SlipwayException naming the folder, file, key or line that is wrong
   */
  public History history() {
    return History.of(all());
  }

  /**
   * The same where several branches may have met.
   *
   * @throws SlipwayException naming the folder, file, key or line that is wrong
   */
  public Branches branches() {
    return Branches.of(all());
  }

  /** Where several can't be read, the first of them is told, whichever thread met it first. */
  private List<Migration> all() {
    List<Path> folders = list(path);
    try {
      return folders.parallelStream().map(this::read).toList();
    } catch (SlipwayException e) {
      return folders.stream().map(this::read).toList();
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !isLeftAlone(entry)).sorted().toList();
    } catch (IOException e) {
      throw Texts.unreadable(folder, e);
    }
  }

  private static boolean isLeftAlone(Path entry) {
    String name = entry.getFileName().toString();
    return name.startsWith(".") || name.endsWith(".md");
  }

  Migration read(Path folder) {
    String name = folder.getFileName().toString();
    if (!MigrationName.isValid(name) || !Files.isDirectory(folder)) {
      throw new MigrationFileException(
          MigrationError.NOT_A_MIGRATION,
          folder + " is no migration: a migration is a folder YYYYMMDDHHMMSS_name.",
          "Move it out of the migrations folder, or give it such a name.",
          null,
          folder,
          null);
    }
    for (Path file : list(folder)) {
      if (!FILES.contains(file.getFileName().toString())) {
        throw new MigrationFileException(
            MigrationError.NOT_A_MIGRATION,
            file + " is no file of a migration.",
            "Move it elsewhere; a migration has the files up.sql, down.sql, migration.json,"
                + " catalog.json.",
            null,
            file,
            null);
      }
    }
    Path manifest = folder.resolve(Migration.MANIFEST);
    Path up = folder.resolve(Migration.UP);
    Path down = folder.resolve(Migration.DOWN);
    if (!Files.exists(folder.resolve(Migration.CATALOG))) {
      Texts.read(folder.resolve(Migration.CATALOG));
    }
    return new Migration(
        name,
        folder,
        ManifestJson.read(manifest, Texts.read(manifest)),
        MigrationScript.up(up, Texts.read(up), dialect, works),
        MigrationScript.down(down, Texts.read(down), dialect, works));
  }

  /**
   * Writes a new migration: all of it or nothing.
   *
   * @param name its name
   * @param draft what is in it
   * @return the migration as it is read back
   * @throws SlipwayException when the name is taken, a file can't be written, or a script can't be
   *     read back
   */
  public Migration write(MigrationName name, Draft draft) {
    Path folder = path.resolve(name.toString());
    if (Files.exists(folder)) {
      throw taken(folder, null);
    }
    Path unfinished = path.resolve("." + name + ".unfinished-" + UUID.randomUUID());
    try {
      Files.createDirectories(path);
      Files.createDirectory(unfinished);
      Files.writeString(unfinished.resolve(Migration.UP), draft.up());
      Files.writeString(unfinished.resolve(Migration.DOWN), draft.down());
      Files.writeString(
          unfinished.resolve(Migration.MANIFEST), ManifestJson.write(draft.manifest()));
      Files.writeString(unfinished.resolve(Migration.CATALOG), CatalogJson.write(draft.catalog()));
      MigrationScript.up(unfinished.resolve(Migration.UP), draft.up(), dialect, works).parts();
      MigrationScript.down(unfinished.resolve(Migration.DOWN), draft.down(), dialect, works)
          .parts();
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      throw taken(folder, e);
    } catch (IOException e) {
      throw Texts.unreadable(folder, e);
    } finally {
      delete(unfinished);
    }
    return read(folder);
  }

  /**
   * Writes anew what is said about a migration; its scripts stay.
   *
   * @param migration the migration
   * @param manifest what is said about it now
   * @param catalog the catalog after it
   * @return the migration as it is read back
   * @throws SlipwayException when a file can't be written; running it again mends what is half done
   */
  public Migration rewrite(Migration migration, Manifest manifest, Catalog catalog) {
    Path folder = path.resolve(migration.name());
    replace(folder.resolve(Migration.CATALOG), CatalogJson.write(catalog));
    return rewrite(migration, manifest);
  }

  /** The same, whose catalog stays as well. */
  public Migration rewrite(Migration migration, Manifest manifest) {
    Path folder = path.resolve(migration.name());
    replace(folder.resolve(Migration.MANIFEST), ManifestJson.write(manifest));
    return read(folder);
  }

  private static void replace(Path file, String text) {
    Path unfinished =
        file.resolveSibling("." + file.getFileName() + ".unfinished-" + UUID.randomUUID());
    try {
      Files.writeString(unfinished, text);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Texts.unreadable(file, e);
    }
  }

  /** Takes back a migration that was just written, and that nothing was told of. */
  public void remove(Migration migration) {
    delete(path.resolve(migration.name()));
  }

  private static void delete(Path unfinished) {
    try {
      for (String file : FILES) {
        Files.deleteIfExists(unfinished.resolve(file));
      }
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw Texts.unreadable(unfinished, e);
    }
  }

  private static SlipwayException taken(Path folder, @Nullable Throwable e) {
    return new SlipwayException(
        MigrationError.MIGRATION_EXISTS,
        folder + " is there already.",
        "Run the command again: it takes a later name.",
        e);
  }

  /**
   * What a new migration consists of.
   *
   * @param up the way forth
   * @param down the way back
   * @param manifest what is said about it
   * @param catalog the catalog after it
   */
  public record Draft(String up, String down, Manifest manifest, Catalog catalog) {}
}
