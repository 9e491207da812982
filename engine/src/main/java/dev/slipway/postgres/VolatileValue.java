package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Routine;
import java.util.regex.Pattern;

/** Whether a default may be another value for each row (manual: Function Volatility Categories). */
final class VolatileValue {

  /** What is volatile of the functions that come with the server and its usual extensions. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(gen_random_uuid|uuidv[47]|uuid_generate_v[14]|random|random_normal|clock_timestamp"
              + "|timeofday|nextval|gen_random_bytes|txid_current)\\(");

  /** The line of a printed function's properties, above its body. */
  private static final Pattern STEADY = Pattern.compile("\n (?:\\S.* )?(?:IMMUTABLE|STABLE)\\b");

  private static final Pattern BODY = Pattern.compile("\n(?:AS |BEGIN ATOMIC|RETURN )");

  private VolatileValue() {}

  static boolean is(ColumnDefault value, Catalog in) {
    return KNOWN.matcher(value.expression()).find()
        || in.dependencies().of(value.id()).stream().anyMatch(need -> isVolatile(need, in));
  }

  private static boolean isVolatile(ObjectId id, Catalog in) {
    return in.find(id) instanceof Routine routine
        && !STEADY.matcher(BODY.split(routine.definition(), 2)[0]).find();
  }
}
