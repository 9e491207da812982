package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
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
        statements.addAll(afterAdding(as(column, id), wantedValue, in, added));
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
        isOtherwiseGenerated ? after.stored() : own.stored());
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
      ObjectId fact = ObjectId.about(Kind.PARTITION, table);
      ObjectId id = inherited(column, table);
      if (Objects.equals(from.find(fact), to.find(fact)) && from.has(id) && to.has(id)) {
        columns.add(id);
      }
    }
    return columns;
  }

  private static ObjectId inherited(ObjectId column, ObjectId table) {
    return ObjectId.of(Kind.COLUMN, table.schema(), table.name(), column.name());
  }

  private static Column as(Column column, ObjectId id) {
    return new Column(
        id,
        column.type(),
        column.notNull(),
        column.collation(),
        null,
        column.generated(),
        column.stored());
  }

  private static @Nullable String expression(@Nullable ColumnDefault value) {
    return value == null ? null : value.expression();
  }
}
