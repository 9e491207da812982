package dev.slipway.workspace;

import java.util.List;

/**
 * What {@code check} did and found.
 *
 * @param migrations how many migrations were replayed forth, back and forth again
 * @param objects how many objects the last catalog has
 * @param findings what is wrong; empty when all is well
 */
public record Checked(int migrations, int objects, List<Finding> findings) {

  /** Copies the list. */
  public Checked {
    findings = List.copyOf(findings);
  }
}
