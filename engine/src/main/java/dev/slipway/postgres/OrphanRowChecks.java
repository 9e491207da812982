package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows could violate a foreign key that they do not have yet. */
final class OrphanRowChecks {

  private OrphanRowChecks() {}

  /**
   * A key that is null in part points nowhere, unless it must match in full. A table that is only
   * created with the key is empty, so that no row may point at it.
   */
  static List<RowCheck> of(Constraint constraint, ObjectId table, Catalog from, Catalog to) {
    ObjectId parent = constraint.references();
    if (parent == null || constraint.definition().contains("PERIOD ")) {
      return List.of();
    }
    List<Compared> own = compared("child", table, constraint.columns(), from, to);
    List<Compared> others =
        from.has(parent)
            ? compared("parent", parent, constraint.referencedColumns(), from, to)
            : List.of();
    if (own == null
        || others == null
        || !RowChecks.canAskBesides(
            columns(constraint, table, parent), constraint, table, from, to)) {
      return List.of();
    }
    var isSet = new ArrayList<String>();
    var fits = new StringBuilder();
    var matches = new ArrayList<String>();
    for (int i = 0; i < own.size(); i++) {
      Compared child = own.get(i);
      isSet.add(child.name() + " is not null");
      fits.append(child.misfit() == null ? "" : " and not (" + child.misfit() + ")");
      if (!others.isEmpty()) {
        matches.add(others.get(i).value() + " = " + child.value());
      }
    }
    boolean full = constraint.definition().contains(" MATCH FULL");
    String keys = Quoting.identifiers(constraint.columns());
    String rows =
        " from %s as child where (%s)%s"
            .formatted(Quoting.qualified(table), String.join(full ? " or " : " and ", isSet), fits);
    if (from.has(parent)) {
      rows +=
          " and not exists (select from %s as parent where %s)"
              .formatted(Quoting.qualified(parent), String.join(" and ", matches));
    }
    return List.of(
        new RowCheck(
            constraint.id(),
            List.of(table, parent),
            "each (%s) of %s is in %s".formatted(keys, table.dotted(), parent.dotted()),
            "select count(*)" + rows,
            "select "
                + keys
                + ", count(*) as times"
                + rows
                + " group by "
                + keys
                + " order by times desc, "
                + keys));
  }

  private static List<ObjectId> columns(Constraint constraint, ObjectId table, ObjectId parent) {
    var columns = new ArrayList<ObjectId>();
    constraint.columns().forEach(name -> columns.add(column(table, name)));
    constraint.referencedColumns().forEach(name -> columns.add(column(parent, name)));
    return columns;
  }

  private static ObjectId column(ObjectId table, String name) {
    return ObjectId.of(Kind.COLUMN, table.path().get(0), table.path().get(1), name);
  }

  /**
   * A column as it is compared.
   *
   * @param name the column as SQL
   * @param value its value as it will be, as SQL
   * @param misfit a condition of values that the new type refuses, which are its own question; null
   *     when there are none
   */
  private record Compared(String name, String value, @Nullable String misfit) {}

  /** The columns of a key; null when one is new, or nobody can tell what its values become. */
  private static @Nullable List<Compared> compared(
      String alias, ObjectId table, List<String> names, Catalog from, Catalog to) {
    var all = new ArrayList<Compared>();
    for (String each : names) {
      String name = alias + "." + Quoting.identifier(each);
      Compared one =
          from.find(column(table, each)) instanceof Column before
                  && to.find(column(table, each)) instanceof Column after
              ? compared(name, before, after, to)
              : null;
      if (one == null) {
        return null;
      }
      all.add(one);
    }
    return all;
  }

  private static @Nullable Compared compared(String name, Column before, Column after, Catalog to) {
    if (before.type().equals(after.type())) {
      return new Compared(name, name, null);
    }
    var conversion = TypeConversion.of(before.type(), after.type());
    String misfit = ColumnRowChecks.misfit(before, after, name, to);
    if (conversion.after().base().contains(".") || (misfit == null && !conversion.isExact())) {
      return null;
    }
    String using = conversion.using(name, after.type());
    String value = using == null ? name + "::" + after.type() : "(" + using + ")";
    return new Compared(
        name,
        misfit == null ? value : "case when not (" + misfit + ") then " + value + " end",
        misfit);
  }
}
