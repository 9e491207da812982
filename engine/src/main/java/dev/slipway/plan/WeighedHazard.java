package dev.slipway.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A hazard with what it comes to on a certain database.
 *
 * @param hazard the hazard
 * @param size how much its tables hold there; null where that decides nothing or can't be read
 * @param weight what it counts for
 * @param about how long it takes, estimated from the size; zero where nothing is gone through
 */
public record WeighedHazard(
    Hazard hazard, @Nullable TableSize size, Weight weight, Duration about) {

  /** What a hazard counts for. */
  public enum Weight {
    /** It is a finding. */
    FULL,
    /** The table is so small that nobody notices: no finding. */
    SMALL,
    /** Nothing is there that could be lost or be in the way: no finding. */
    EMPTY
  }

  /** One about whose database nothing is known. */
  public static WeighedHazard unknown(Hazard hazard) {
    return new WeighedHazard(hazard, null, Weight.FULL, Duration.ZERO);
  }

  /**
   * Weighs a hazard.
   *
   * @param size how much its tables hold; null where that is not known
   * @param isEmpty whether it was looked and nothing is there: no row, or no value of a column
   * @param smallness what is small
   */
  public static WeighedHazard of(
      Hazard hazard, @Nullable TableSize size, boolean isEmpty, Smallness smallness) {
    Rate rate = Rate.of(hazard.code());
    return new WeighedHazard(
        hazard,
        size,
        isEmpty && mindsRows(hazard.code())
            ? Weight.EMPTY
            : size != null && isNoticedByLength(hazard.code(), rate) && smallness.holds(size)
                ? Weight.SMALL
                : Weight.FULL,
        size == null ? Duration.ZERO : rate.on(size));
  }

  /** Whether it is one for the time that it takes, and for nothing else. */
  private static boolean isNoticedByLength(HazardCode code, Rate rate) {
    return code.severity() == HazardCode.Severity.LOCKS && rate != Rate.NONE;
  }

  private static boolean mindsRows(HazardCode code) {
    return switch (code.severity()) {
      case DESTROYS, MAY_FAIL -> true;
      case LOCKS, SURPRISES, ADVICE -> false;
    };
  }

  /** Whether it is a finding. */
  public boolean counts() {
    return weight == Weight.FULL;
  }

  /** Whether it loses data that is there. */
  public boolean loses() {
    return counts() && hazard.code().severity() == HazardCode.Severity.DESTROYS;
  }
}
