package dev.slipway.catalog;

import java.util.ArrayList;
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

  /** The multirange type as one that takes a name among types. */
  public ObjectId multirangeId() {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < multirange.length(); i++) {
      char c = multirange.charAt(i);
      boolean isDoubled = isQuoted && c == '"' && multirange.startsWith("\"\"", i);
      if (isDoubled) {
        part.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == '.' && !isQuoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return new ObjectId(Kind.RANGE_TYPE, parts);
  }

  /** The same with a multirange of another name. */
  public RangeType withMultirange(String other) {
    return new RangeType(id, subtype, operatorClass, collation, difference, other);
  }
}
