package dev.slipway.promotion;

import dev.slipway.error.SlipwayException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a promotion stands when its command ends.
 *
 * @param standing how
 * @param id the deployment's number; 0 where none was begun
 * @param plan what it is about
 * @param gates what was found of the gates, in their order
 * @param problem why it did not come to its end; null where it did
 */
public record PromotionResult(
    Standing standing,
    long id,
    PromotionPlan plan,
    List<Gate> gates,
    @Nullable SlipwayException problem) {

  /** How a promotion stands. */
  public enum Standing {
    /** Nothing is pending. */
    NOTHING,
    /** Everything is done and found right. */
    DONE,
    /** A gate is red; nothing was changed, and the promotion waits. */
    WAITING,
    /** It turned out badly, and was taken back. */
    ROLLED_BACK,
    /** It turned out badly, and what was applied stays for now. */
    STOPPED,
    /** It was given up. */
    ABORTED
  }

  /** Copies the list. */
  public PromotionResult {
    gates = List.copyOf(gates);
  }
}
