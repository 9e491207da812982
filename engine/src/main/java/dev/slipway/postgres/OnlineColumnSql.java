package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New columns whose default gives each row another value, while others go on reading and writing:
 * the server would write the whole table anew under a lock that blocks even reading (manual: ALTER
 * TABLE, Notes). The column comes without a default, gets it for new rows, and the rows that are
 * there are filled in batches.
 */
final class OnlineColumnSql {

  private OnlineColumnSql() {}

  static @Nullable List<Statement> create(
      Column column, List<DatabaseObject> within, Catalog from, Catalog to) {
    ColumnDefault value = ColumnSql.defaultOf(column.id(), to);
    List<String> key = BackfillSql.key(column.id(), from, to);
    if (value == null
        || !within.contains(value)
        || within.size() > 1
        || key == null
        || column.inherited()
        || !VolatileValue.is(value, to)) {
      return null;
    }
    Column empty = nullable(column);
    List<Statement> refusing =
        column.notNull() ? OnlineNotNullSql.alter(empty, column, from, to) : List.of();
    if (refusing == null) {
      return null;
    }
    String name = Quoting.name(column.id());
    var statements = new ArrayList<Statement>(new ColumnSql().create(empty, List.of(), to));
    statements.add(ColumnSql.change(column.id(), "set default " + value.expression()));
    statements.add(
        BackfillSql.update(
            column.parent(),
            key,
            name + " = default",
            name + " is null",
            column.notNull() ? name + " is null" : null));
    statements.addAll(refusing);
    return statements;
  }

  private static Column nullable(Column column) {
    return new Column(
        column.id(),
        column.type(),
        /* notNull= */ false,
        column.collation(),
        column.identity(),
        column.generated(),
        column.stored(),
        column.inherited(),
        null,
        column.tuning());
  }
}
