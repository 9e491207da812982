package dev.slipway.migration;

import dev.slipway.catalog.Fingerprint;
import dev.slipway.diff.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code migration.json} says about a migration.
 *
 * @param parents the names of the migrations it was generated on; none for the first, more than one
 *     where branches meet
 * @param before the fingerprint it starts from
 * @param after the fingerprint it arrives at
 * @param renames the renames that were declared
 * @param renamedParts the renames of what is no object of its own
 * @param allowed the hazards that are allowed
 * @param replaces the migrations that it stands for; often none
 * @param rows what it demands of the rows of its target; null where that is nothing, or not known
 * @param hazards what is dangerous about it; null where that is nothing, or not known
 * @param rowsBack what its way back demands of rows; null where that is nothing
 * @param reverses how each of its steps can be taken back; null where that is not known
 * @param handwritten what was proved of scripts that a person wrote; null for generated ones
 * @param tool the version of Slipway that wrote it
 */
public record Manifest(
    List<String> parents,
    Fingerprint before,
    Fingerprint after,
    List<Change.Rename> renames,
    List<RenamedPart> renamedParts,
    List<AllowedHazard> allowed,
    List<Replaced> replaces,
    @Nullable RowDemands rows,
    @Nullable KnownHazards hazards,
    @Nullable RowDemands rowsBack,
    @Nullable KnownReverses reverses,
    @Nullable Handwritten handwritten,
    String tool) {

  /** Copies the lists. */
  public Manifest {
    parents = List.copyOf(parents);
    renames = List.copyOf(renames);
    renamedParts = List.copyOf(renamedParts);
    allowed = List.copyOf(allowed);
    replaces = List.copyOf(replaces);
  }

  /**
   * That of a generated migration.
   *
   * @param parents the names of the migrations it was generated on
   * @param before the fingerprint it starts from
   * @param after the fingerprint it arrives at
   * @param renames the renames that were declared
   * @param allowed the hazards that are allowed
   * @param tool the version of Slipway that wrote it
   */
  public Manifest(
      List<String> parents,
      Fingerprint before,
      Fingerprint after,
      List<Change.Rename> renames,
      List<AllowedHazard> allowed,
      String tool) {
    this(
        parents, before, after, renames, List.of(), allowed, List.of(), null, null, null, null,
        null, tool);
  }

  /** The same, starting and arriving elsewhere. */
  public Manifest between(Fingerprint start, Fingerprint end) {
    return new Manifest(
        parents,
        start,
        end,
        renames,
        renamedParts,
        allowed,
        replaces,
        rows,
        hazards,
        rowsBack,
        reverses,
        handwritten,
        tool);
  }

  /** The same on other migrations. */
  public Manifest on(List<String> others) {
    var draft = new Draft(this);
    draft.parents = others;
    return draft.manifest();
  }

  /** The same with another word about scripts that a person wrote. */
  public Manifest withHandwritten(Handwritten word) {
    var draft = new Draft(this);
    draft.handwritten = word;
    return draft.manifest();
  }

  /** The same with other hazards that are allowed. */
  public Manifest allowing(List<AllowedHazard> others) {
    var draft = new Draft(this);
    draft.allowed = others;
    return draft.manifest();
  }

  /** The same with renames of parts. */
  public Manifest withRenamedParts(List<RenamedPart> parts) {
    var draft = new Draft(this);
    draft.renamedParts = parts;
    return draft.manifest();
  }

  /** The same with what it demands of rows. */
  public Manifest withRows(@Nullable RowDemands demands) {
    var draft = new Draft(this);
    draft.rows = demands;
    return draft.manifest();
  }

  /** The same with what its way back demands of rows. */
  public Manifest withRowsBack(@Nullable RowDemands demands) {
    var draft = new Draft(this);
    draft.rowsBack = demands;
    return draft.manifest();
  }

  /** The same with what is dangerous about it. */
  public Manifest withHazards(@Nullable KnownHazards known) {
    var draft = new Draft(this);
    draft.hazards = known;
    return draft.manifest();
  }

  /** The same, standing for others. */
  public Manifest replacing(List<Replaced> others) {
    var draft = new Draft(this);
    draft.replaces = others;
    return draft.manifest();
  }

  /** The same with how each of its steps can be taken back. */
  public Manifest withReverses(@Nullable KnownReverses known) {
    var draft = new Draft(this);
    draft.reverses = known;
    return draft.manifest();
  }

  /** The parts while some of them are changed. */
  private static final class Draft {
    List<String> parents;
    Fingerprint before;
    Fingerprint after;
    List<Change.Rename> renames;
    List<RenamedPart> renamedParts;
    List<AllowedHazard> allowed;
    List<Replaced> replaces;
    @Nullable RowDemands rows;
    @Nullable KnownHazards hazards;
    @Nullable RowDemands rowsBack;
    @Nullable KnownReverses reverses;
    @Nullable Handwritten handwritten;
    String tool;

    Draft(Manifest of) {
      parents = of.parents;
      before = of.before;
      after = of.after;
      renames = of.renames;
      renamedParts = of.renamedParts;
      allowed = of.allowed;
      replaces = of.replaces;
      rows = of.rows;
      hazards = of.hazards;
      rowsBack = of.rowsBack;
      reverses = of.reverses;
      handwritten = of.handwritten;
      tool = of.tool;
    }

    Manifest manifest() {
      return new Manifest(
          parents,
          before,
          after,
          renames,
          renamedParts,
          allowed,
          replaces,
          rows,
          hazards,
          rowsBack,
          reverses,
          handwritten,
          tool);
    }
  }
}
