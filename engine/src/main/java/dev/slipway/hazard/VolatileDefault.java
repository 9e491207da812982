package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A column comes with a default that differs from row to row. */
final class VolatileDefault extends ChangeRule {

  VolatileDefault() {
    super(HazardCode.VOLATILE_DEFAULT);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Column column)
        && impact.from().has(column.parent())
        && column.identity() == null
        && column.generated() == null
        && !impact.online()
        && impact.mayRewrite(column.parent())
        && impact.to().find(ObjectId.about(Kind.COLUMN_DEFAULT, column.id()))
            instanceof ColumnDefault value
        && !CountingColumn.counts(column, value)
        && (impact.observed() != null || VOLATILE.matcher(value.expression()).find())) {
      return new Hazard(
          HazardCode.VOLATILE_DEFAULT,
          column.id(),
          "All of "
              + column.parent()
              + " is written anew, since "
              + value.expression()
              + " gives each row another value; until then nobody can read or write it.",
          "Add the column without a default, set the default, then fill the rows in batches.");
    }
    return null;
  }

  /** What is volatile of the functions that come with the server and its usual extensions. */
  private static final Pattern VOLATILE =
      Pattern.compile(
          "\\b(gen_random_uuid|uuidv[47]|uuid_generate_v[14]|random|random_normal|clock_timestamp"
              + "|timeofday|nextval|gen_random_bytes|txid_current)\\(");
}
