package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Tuning;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What remains to be said of the columns of partitions when a column of their whole was created or
 * altered, which the server does to all of them alike (manual: ALTER TABLE, Notes).
 */
final class InheritedColumns {

  private InheritedColumns() {}

  /** What is left after a column of the whole was added, with its default. */
  static List<Statement> afterAdding(
      Column column, @Nullable ColumnDefault value, Catalog in, List<ObjectId> added) {
    var statements = new ArrayList<Statement>();
    for (ObjectId table : in.inheritorsOf(column.parent())) {
      ObjectId id = inherited(column.id(), table);
      if (added.contains(id) && in.find(id) instanceof Column wanted) {
        if (wanted.notNull() && !column.notNull()) {
          statements.add(ColumnSql.change(id, "set not null"));
        }
        ColumnDefault wantedValue = ColumnSql.defaultOf(id, in);
        if (!Objects.equals(expression(value), expression(wantedValue))) {
          statements.add(
              ColumnSql.changeOnly(
                  id,
                  wantedValue == null
                      ? "drop default"
                      : "set default " + wantedValue.expression()));
        }
        statements.addAll(TuningSql.of(wanted));
        statements.addAll(afterAdding(as(column, id, wanted.notNull()), value, in, added));
      }
    }
    return statements;
  }

  /**
   * Each column of a partition, all levels down, as it is after the column of the whole was
   * altered, and as it shall be; those that are as they shall be are left out.
   */
  static Map<Column, Column> afterAltering(Column before, Column after, Catalog from, Catalog to) {
    var now = new HashMap<ObjectId, Column>();
    List<ObjectId> all = inBoth(after.id(), from, to);
    carry(all, before, after, from, now);
    var rest = new LinkedHashMap<Column, Column>();
    for (ObjectId id : all) {
      Column own = now.get(id);
      if (own != null && to.find(id) instanceof Column wanted && !own.equals(wanted)) {
        rest.put(own, wanted);
        carry(inBoth(id, from, to), own, wanted, from, now);
      }
    }
    return rest;
  }

  private static void carry(
      List<ObjectId> inherited,
      Column before,
      Column after,
      Catalog from,
      Map<ObjectId, Column> now) {
    for (ObjectId id : inherited) {
      Column own = now.get(id);
      if (own == null && from.find(id) instanceof Column found) {
        own = found;
      }
      if (own != null) {
        now.put(id, carried(own, before, after));
      }
    }
  }

  /** A column of a partition as it is after that of its whole was altered. */
  private static Column carried(Column own, Column before, Column after) {
    boolean isRetyped = ColumnSql.isRetyped(before, after);
    boolean isOtherwiseGenerated = !Objects.equals(before.generated(), after.generated());
    return new Column(
        own.id(),
        isRetyped ? after.type() : own.type(),
        before.notNull() == after.notNull() ? own.notNull() : after.notNull(),
        isRetyped ? after.collation() : own.collation(),
        own.identity(),
        isOtherwiseGenerated ? after.generated() : own.generated(),
        isOtherwiseGenerated ? after.stored() : own.stored(),
        own.inherited(),
        before.notNull() == after.notNull() ? own.notNullAs() : null,
        isRetyped ? withoutStorage(own.tuning()) : own.tuning());
  }

  /** The columns that follow a column both before and after, all levels down. */
  static List<ObjectId> inBoth(ObjectId column, Catalog from, Catalog to) {
    var columns = new ArrayList<ObjectId>();
    for (ObjectId table : direct(column, from, to)) {
      columns.add(table);
      columns.addAll(inBoth(table, from, to));
    }
    return columns;
  }

  /** The same, one level down. */
  private static List<ObjectId> direct(ObjectId column, Catalog from, Catalog to) {
    var columns = new ArrayList<ObjectId>();
    for (ObjectId table : to.inheritorsOf(Tables.of(column))) {
      ObjectId id = inherited(column, table);
      if (staysHeir(table, Tables.of(column), from, to) && from.has(id) && to.has(id)) {
        columns.add(id);
      }
    }
    return columns;
  }

  private static ObjectId inherited(ObjectId column, ObjectId table) {
    return ObjectId.of(Kind.COLUMN, table.schema(), table.name(), column.name());
  }

  private static Column as(Column column, ObjectId id, boolean notNull) {
    return new Column(
        id,
        column.type(),
        notNull || column.notNull(),
        column.collation(),
        null,
        column.generated(),
        column.stored(),
        column.inherited(),
        null,
        null);
  }

  private static @Nullable Tuning withoutStorage(@Nullable Tuning tuning) {
    return tuning == null
        ? null
        : new Tuning(null, null, tuning.statistics(), tuning.options(), tuning.foreign());
  }

  /** The columns that tables one level down have from this one alone. */
  static List<ObjectId> heirsOf(ObjectId column, Catalog in) {
    var heirs = new ArrayList<ObjectId>();
    for (ObjectId table : in.inheritorsOf(Tables.of(column))) {
      if (in.find(inherited(column, table)) instanceof Column heir && heir.inherited()) {
        heirs.add(heir.id());
      }
    }
    return heirs;
  }

  /** Whether a table has a column from the same other table before and after. */
  static boolean isFromSame(ObjectId column, Catalog from, Catalog to) {
    ObjectId table = Tables.of(column);
    for (DatabaseObject part : to.partsOf(table)) {
      if (part instanceof Inheritance inheritance
          && from.has(inheritance.id())
          && from.has(inherited(column, inheritance.of()))
          && to.has(inherited(column, inheritance.of()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean staysHeir(ObjectId table, ObjectId of, Catalog from, Catalog to) {
    ObjectId partition = ObjectId.about(Kind.PARTITION, table);
    ObjectId inheritance = Inheritance.of(table, of, 1).id();
    return (from.has(partition) && Objects.equals(from.find(partition), to.find(partition)))
        || (from.has(inheritance) && to.has(inheritance));
  }

  /** What a new table does not have as the tables that it inherits from have it. */
  static List<Statement> afterCreating(List<DatabaseObject> within, Catalog in) {
    var parents = new ArrayList<Inheritance>();
    for (DatabaseObject part : within) {
      if (part instanceof Inheritance inheritance) {
        parents.add(inheritance);
      }
    }
    parents.sort(Comparator.comparingInt(Inheritance::place));
    var statements = new ArrayList<Statement>();
    for (DatabaseObject part : within) {
      if (part instanceof Column column && column.inherited()) {
        statements.addAll(afterCreating(column, parents, in));
      }
    }
    return statements;
  }

  private static List<Statement> afterCreating(
      Column column, List<Inheritance> parents, Catalog in) {
    boolean isNotNull = false;
    String value = null;
    for (Inheritance parent : parents) {
      ObjectId source = inherited(column.id(), parent.of());
      isNotNull |= in.find(source) instanceof Column above && above.notNull();
      ColumnDefault given = ColumnSql.defaultOf(source, in);
      value = value == null ? expression(given) : value;
    }
    var statements = new ArrayList<Statement>();
    if (column.notNull() && !isNotNull) {
      statements.add(ColumnSql.change(column.id(), "set not null"));
    }
    String wanted = expression(ColumnSql.defaultOf(column.id(), in));
    if (!Objects.equals(value, wanted)) {
      statements.add(
          ColumnSql.changeOnly(
              column.id(), wanted == null ? "drop default" : "set default " + wanted));
    }
    return statements;
  }

  private static @Nullable String expression(@Nullable ColumnDefault value) {
    return value == null ? null : value.expression();
  }
}
