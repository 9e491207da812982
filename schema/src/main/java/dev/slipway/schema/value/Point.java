package dev.slipway.schema.value;

/**
 * A point of the plane (PostgreSQL manual, 8.8 Geometric Types).
 *
 * @param x the first coordinate
 * @param y the second
 */
public record Point(double x, double y) {

  /** The point as the server spells it. */
  @Override
  public String toString() {
    return "(" + x + "," + y + ")";
  }
}
