package dev.slipway.postgres;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Tuning;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How columns are stored, counted and fetched, as SQL (manual: ALTER TABLE, ALTER FOREIGN TABLE).
 */
final class TuningSql {

  private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

  private TuningSql() {}

  /** What a new column needs beside its definition. */
  static List<Statement> of(Column column) {
    Tuning tuning = column.tuning();
    return tuning == null
        ? List.of()
        : change(column.id(), column.type(), withForeign(tuning.foreign()), tuning);
  }

  /** What is told about a foreign column stands in its definition. */
  private static Tuning withForeign(Map<String, String> foreign) {
    return new Tuning(null, null, null, List.of(), foreign);
  }

  /** What leads from one column to the other; a new type takes storage and compression away. */
  static List<Statement> change(Column before, Column after) {
    Tuning old = before.tuning();
    if (old != null && ColumnSql.isRetyped(before, after)) {
      old = new Tuning(null, null, old.statistics(), old.options(), old.foreign());
    }
    return change(after.id(), after.type(), old, after.tuning());
  }

  private static List<Statement> change(
      ObjectId column, String type, @Nullable Tuning before, @Nullable Tuning after) {
    Tuning old = before == null ? Tuning.NONE : before;
    Tuning now = after == null ? Tuning.NONE : after;
    var changes = new ArrayList<String>();
    if (!Objects.equals(old.storage(), now.storage())) {
      changes.add("set storage " + (now.storage() == null ? usual(type) : now.storage()));
    }
    if (!Objects.equals(old.compression(), now.compression())) {
      changes.add("set compression " + (now.compression() == null ? "default" : now.compression()));
    }
    if (!Objects.equals(old.statistics(), now.statistics())) {
      changes.add("set statistics " + (now.statistics() == null ? -1 : now.statistics()));
    }
    changes.addAll(Options.changes(old.options(), now.options()));
    if (!old.foreign().equals(now.foreign())) {
      changes.add(ForeignOptions.alter(old.foreign(), now.foreign()).strip());
    }
    return changes.stream().map(change -> ColumnSql.changeOnly(column, change)).toList();
  }

  /** Since version 16 the server knows a word for it; before, numbers are the exception. */
  private static String usual(String type) {
    TypeName name = TypeName.parse(type);
    return !name.array() && MAIN.contains(name.base()) ? "main" : "extended";
  }
}
