package dev.slipway.migration;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan committed as a folder.
 *
 * @param name the folder's name, which is its identity
 * @param folder where it is
 * @param manifest what {@code migration.json} says
 * @param up the way forth
 * @param down the way back
 */
public record Migration(
    String name, Path folder, Manifest manifest, MigrationScript up, MigrationScript down) {

  static final String UP = "up.sql";
  static final String DOWN = "down.sql";
  static final String MANIFEST = "migration.json";
  static final String CATALOG = "catalog.json";

  /** The file that holds the catalog after it. */
  public Path catalogFile() {
    return folder.resolve(CATALOG);
  }

  /** The names of the migrations it was generated on. */
  public List<String> parents() {
    return manifest.parents();
  }

  /**
   * Cuts both scripts.
   *
   * @throws SlipwayException naming the file and line that can't be read
   */
  public void requireReadable() {
    up.parts();
    down.parts();
  }

  /** Whether its catalog is the one that its scripts lead to, as far as a person wrote them. */
  public boolean isFinished() {
    Handwritten handwritten = manifest.handwritten();
    return handwritten == null || handwritten.holds(up, down);
  }

  /**
   * Refuses scripts that a person wrote and nobody proved.
   *
   * @throws SlipwayException when they are not what was proved
   */
  public void requireFinished() {
    if (!isFinished()) {
      throw new MigrationFileException(
          MigrationError.HANDWRITTEN_UNFINISHED,
          up.file()
              + " was written by hand, and what it makes of the schema is not known"
              + (up.statements().isEmpty() ? ": it has no statement." : "."),
          "Write up.sql and down.sql, then run `slipway generate --finish`.",
          null,
          up.file(),
          null);
    }
  }

  /** Whether its way forth is to the statement what was generated. */
  boolean isAsGenerated() {
    return manifest.handwritten() == null
        && manifest.reverses() != null
        && manifest.reverses().isUp(up);
  }

  /** Why taking it back loses data for good, each as a sentence; empty when it does not. */
  public List<String> irreversible() {
    List<String> reasons = new ArrayList<>(down.irreversible());
    steps().map(StepReverse::reason).filter(Objects::nonNull).forEach(reasons::add);
    return reasons.stream().map(reason -> reason.replaceAll("\\s+", " ")).distinct().toList();
  }

  /** Whether it parks what it takes away. */
  public boolean parks() {
    return !down.parked().isEmpty()
        || steps().anyMatch(step -> step.standing() == StepReverse.Standing.PARKED);
  }

  /** What is known of its steps as they are now. */
  private Stream<StepReverse> steps() {
    KnownReverses known = manifest.reverses();
    return known != null && known.areOf(this) ? known.steps().stream() : Stream.empty();
  }

  /** The same with another manifest, as long as nothing is written. */
  public Migration with(Manifest other) {
    return new Migration(name, folder, other, up, down);
  }

  /**
   * Reads the catalog after it; nothing is kept.
   *
   * @throws SlipwayException when the file is not a catalog, or not the one that the migration
   *     arrives at
   */
  public Catalog readCatalog() {
    Path file = catalogFile();
    Catalog catalog;
    try {
      catalog = CatalogJson.read(Texts.read(file));
    } catch (IllegalArgumentException e) {
      throw badCatalog(file + " is no catalog: " + e.getMessage() + ".", e);
    }
    if (!catalog.fingerprint().equals(manifest.after())) {
      throw badCatalog(
          file
              + " holds the catalog "
              + catalog.fingerprint().brief()
              + ", but "
              + MANIFEST
              + " beside it arrives at "
              + manifest.after().brief()
              + ".",
          null);
    }
    return catalog;
  }

  private SlipwayException badCatalog(String what, @Nullable Throwable cause) {
    return new MigrationFileException(
        MigrationError.BAD_MIGRATION_FILE,
        what,
        "Restore the file as it was generated; it is not meant to be edited.",
        cause,
        catalogFile(),
        null);
  }
}
