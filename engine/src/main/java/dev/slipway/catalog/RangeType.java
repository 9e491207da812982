package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A range type with its multirange type.
 *
 * @param id {@code [schema, name]}
 * @param subtype the type of its bounds, as the engine prints it
 * @param operatorClass how bounds are compared where it is not the subtype's default, as a
 *     qualified and quoted name; else null
 * @param collation the collation where it is not the subtype's own, qualified and quoted; else null
 * @param difference the function that measures the distance of two bounds, qualified and quoted;
 *     else null
 * @param multirange the multirange type, qualified and quoted
 */
public record RangeType(
    ObjectId id,
    String subtype,
    @Nullable String operatorClass,
    @Nullable String collation,
    @Nullable String difference,
    String multirange)
    implements DatabaseObject {

  /** The same with a multirange of another name. */
  public RangeType withMultirange(String other) {
    return new RangeType(id, subtype, operatorClass, collation, difference, other);
  }
}
