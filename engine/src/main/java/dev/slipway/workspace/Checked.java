package dev.slipway.workspace;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code check} did and found.
 *
 * @param migrations how many migrations were replayed forth, back and forth again
 * @param objects how many objects the last catalog has
 * @param rows what came of it with generated rows
 * @param irreversible what of them brings no data back; that is told, and no finding
 * @param hazards what is dangerous about statements that a person wrote; that is told, and no
 *     finding
 * @param findings what is wrong; empty when all is well
 */
public record Checked(
    int migrations,
    int objects,
    ProvedRows rows,
    List<Irreversible> irreversible,
    List<SeenHazard> hazards,
    List<Finding> findings) {

  /** Copies the lists. */
  public Checked {
    irreversible = List.copyOf(irreversible);
    hazards = List.copyOf(hazards);
    findings = List.copyOf(findings);
  }

  /** What came of a history that can't be replayed. */
  static Checked refused(List<Finding> findings) {
    return new Checked(0, 0, ProvedRows.none(), List.of(), List.of(), findings);
  }

  /**
   * A step whose way back does not bring back the data.
   *
   * @param migration the migration's name
   * @param file its way back
   * @param reason what is lost
   */
  public record Irreversible(String migration, Path file, String reason) {}
}
