package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another type of a column, while others go on reading and writing: a new column grows beside the
 * old one, with all that is tied to that. A trigger writes both, a backfill in batches fills what
 * was there, and when all is equal they exchange their names in one short transaction. Then the old
 * one goes, or is parked.
 */
final class OnlineTypeSql {

  private OnlineTypeSql() {}

  /** The statements of the way there; null where the type is changed in place. */
  static @Nullable List<Statement> there(
      Column before, Column after, Catalog from, Catalog to, @Nullable Parking parking) {
    ColumnBeside column =
        ConvertedValue.isWritten(before, after) ? of(before, after, from, to, null) : null;
    return column == null || mayMeetAgain(column)
        ? null
        : write(column, parking == null ? null : parking.inPlace(before.id()));
  }

  /**
   * The statements that take {@link #there} back.
   *
   * @param before the column as it was before
   * @param after as it is until then
   * @param from the catalog as it was before
   * @param to as it is until then
   */
  static @Nullable List<Statement> back(
      Column before, Column after, Catalog from, Catalog to, @Nullable Parking parking) {
    ObjectId place = parking == null ? null : parking.inPlace(before.id());
    ColumnBeside column =
        of(
            /* before= */ after,
            /* after= */ before,
            /* from= */ to,
            /* to= */ from,
            place == null ? null : Quoting.name(place));
    if (column == null) {
      return null;
    }
    List<Statement> statements = write(column, null);
    if (place != null) {
      statements.addAll(new ColumnSql().drop(ColumnBeside.renamed(before, place)));
    }
    return statements;
  }

  private static @Nullable ColumnBeside of(
      Column before, Column after, Catalog from, Catalog to, @Nullable String kept) {
    return ConvertedValue.isSteady(before, after, from, to)
        ? ColumnBeside.of(before, after, from, to, kept, RetypedText.NONE)
        : null;
  }

  /** Whether different values may become equal ones, which a unique key would refuse. */
  private static boolean mayMeetAgain(ColumnBeside column) {
    var conversion = TypeConversion.of(column.before().type(), column.after().type());
    return !conversion.isExact()
        && !(conversion.before().isInteger() && conversion.after().isInteger())
        && (column.ties().indexes().stream().anyMatch(Index::unique)
            || column.ties().constraints().stream().anyMatch(each -> each.type().hasIndex()));
  }

  private static List<Statement> write(ColumnBeside column, @Nullable ObjectId parked) {
    ObjectId table = column.after().parent();
    var statements = new ArrayList<Statement>(column.begin());
    statements.add(
        BackfillSql.update(
            table, column.key(), column.assignment(), column.missing(), column.missing()));
    statements.addAll(column.tie());
    statements.addAll(BriefLocks.of(table, column.keys(), LockMode.ACCESS_EXCLUSIVE));
    statements.addAll(column.exchange(parked == null ? column.names().old() : parked));
    statements.addAll(column.clear(parked != null));
    return statements;
  }
}
