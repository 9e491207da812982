package dev.slipway.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the checklist before a deployment.
 *
 * @param name its name, which a waiver names
 * @param state the state that it belongs to
 * @param color how it stands
 * @param says what was found, a sentence
 * @param details what is wrong in particular, and what is to be known; often nothing
 * @param waiver who goes on nevertheless; null where nobody has to
 */
public record Gate(
    String name,
    State state,
    Color color,
    String says,
    List<String> details,
    @Nullable Waiver waiver) {

  /** How a gate stands. */
  public enum Color {
    /** All is right, or nothing is demanded. */
    GREEN,
    /** It keeps the promotion from going on. */
    RED,
    /** It is red, and somebody goes on nevertheless. */
    WAIVED
  }

  /** Copies the details. */
  public Gate {
    details = List.copyOf(details);
  }

  static Gate green(GateName name, String says, List<String> details) {
    return new Gate(name.word(), name.state(), Color.GREEN, says, details, null);
  }

  static Gate red(GateName name, String says, List<String> details) {
    return new Gate(name.word(), name.state(), Color.RED, says, details, null);
  }

  /** The same with the waiver that names it, where it is red and there is one. */
  Gate with(List<Waiver> waivers) {
    return color != Color.RED
        ? this
        : waivers.stream()
            .filter(each -> each.gate().equals(name))
            .findFirst()
            .map(each -> new Gate(name, state, Color.WAIVED, says, details, each))
            .orElse(this);
  }

  /** Whether it keeps the promotion from going on. */
  public boolean isRed() {
    return color == Color.RED;
  }
}
