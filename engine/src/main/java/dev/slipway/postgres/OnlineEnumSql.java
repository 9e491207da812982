package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of an enumerated type that go or move, while others go on reading and writing. The server
 * can only add values (manual: ALTER TYPE), so another type comes beside the old one, and beside
 * each column of it one of the new type. When all columns are filled, types and columns exchange
 * their names in one short transaction, and the old ones go.
 */
final class OnlineEnumSql {

  private final EnumType before;
  private final EnumType after;
  private final ObjectId young;
  private final ObjectId old;
  private final Catalog from;
  private final Catalog to;
  private final boolean isBack;
  private final List<ColumnBeside> columns = new ArrayList<>();
  private @Nullable String obstacle;

  private OnlineEnumSql(EnumType before, EnumType after, Catalog from, Catalog to, boolean isBack) {
    this.before = before;
    this.after = after;
    this.from = from;
    this.to = to;
    this.isBack = isBack;
    this.young = AsideNames.of(before.id(), BesideNames.NEW, from, to);
    this.old = AsideNames.of(before.id(), from, to);
    List<Column> held = columns(before, from, to);
    obstacle = hindering(held);
    for (Column column : held) {
      if (obstacle == null) {
        add(column);
      }
    }
    if (obstacle == null) {
      obstacle = sharing();
    }
  }

  /**
   * The statements of the way there; null where values are only added, where no column is of the
   * type, or where there is an {@link #obstacle}.
   *
   * @param owner who owns the type, where that is another than who creates it; else null
   */
  static @Nullable List<Statement> there(
      EnumType before, EnumType after, Catalog from, Catalog to, @Nullable String owner) {
    if (columns(before, from, to).isEmpty() || inPlace(before, after, from, to) != null) {
      return null;
    }
    var sql = new OnlineEnumSql(before, after, from, to, /* isBack= */ false);
    return sql.obstacle == null ? sql.write(owner) : null;
  }

  /**
   * The way back of {@link #there}, or of values that were only added. What only lost values gets
   * them back in place, unless defaults come back as well.
   *
   * @param before the type as it is until then
   * @param after as it was before
   */
  static @Nullable List<Statement> back(
      EnumType before, EnumType after, Catalog from, Catalog to, @Nullable String owner) {
    List<Column> held = columns(before, from, to);
    List<Statement> inPlace = inPlace(before, after, from, to);
    if (inPlace != null && held.stream().allMatch(column -> hasSameDefault(column, from, to))) {
      return inPlace;
    }
    var sql = new OnlineEnumSql(before, after, from, to, /* isBack= */ true);
    return held.isEmpty() || sql.obstacle != null ? null : sql.write(owner);
  }

  /** What is in the way of it, as a clause; null where nothing is. */
  static @Nullable String obstacle(EnumType before, EnumType after, Catalog from, Catalog to) {
    String there = new OnlineEnumSql(before, after, from, to, /* isBack= */ false).obstacle;
    return there != null
        ? there
        : new OnlineEnumSql(after, before, /* from= */ to, /* to= */ from, /* isBack= */ true)
            .obstacle;
  }

  /** The columns that hold values of a type, or arrays of them, on both sides. */
  static List<Column> columns(EnumType type, Catalog from, Catalog to) {
    return TypeUse.in(from, type.id()).stream()
        .map(TypeUse::column)
        .filter(column -> to.has(column.id()))
        .toList();
  }

  private static @Nullable List<Statement> inPlace(
      EnumType before, EnumType after, Catalog from, Catalog to) {
    return new EnumTypeSql().alter(before, after, from, to) instanceof Alteration.InPlace inPlace
        ? inPlace.statements()
        : null;
  }

  private static boolean hasSameDefault(Column column, Catalog from, Catalog to) {
    return Objects.equals(
        ColumnSql.defaultOf(column.id(), from), ColumnSql.defaultOf(column.id(), to));
  }

  /**
   * What uses the type and can't go over to another one by itself. What is there on one side only
   * comes later or went before; but a column that goes may be parked, and is of the old type then.
   */
  private @Nullable String hindering(List<Column> held) {
    Set<ObjectId> columnsOfType = new HashSet<>();
    held.forEach(column -> columnsOfType.add(column.id()));
    Set<ObjectId> users = new TreeSet<>();
    for (Catalog catalog : List.of(from, to)) {
      users.addAll(catalog.dependencies().dependentsOf(before.id()));
      catalog.partsOf(before.id()).forEach(part -> users.add(part.id()));
    }
    for (ObjectId user : users) {
      DatabaseObject was = from.find(user);
      DatabaseObject is = to.find(user);
      boolean isKept = isBack ? was == null : is == null;
      if (was == null || is == null) {
        if (isKept && (was == null ? is : was) instanceof Column) {
          return "the " + user + " goes as well";
        }
        continue;
      }
      boolean isTied =
          switch (was) {
            case Column column -> columnsOfType.contains(user);
            case ColumnDefault value -> columnsOfType.contains(value.column());
            case Index index -> true;
            case Constraint constraint -> constraint.type() != Constraint.Type.FOREIGN_KEY;
            default -> user.kind().home() == Kind.Home.ABOUT && before.id().equals(user.subject());
          };
      if (!isTied) {
        return "the " + user + " uses the type";
      }
      if (!was.equals(is) && !(was instanceof ColumnDefault)) {
        return "the " + user + " changes as well";
      }
    }
    return null;
  }

  private void add(Column column) {
    ColumnBeside beside =
        ColumnBeside.of(column, typed(column), from, to, null, new RetypedText(before.id(), young));
    if (beside == null) {
      String why = ColumnBeside.obstacle(column, from, to, before.id());
      obstacle = why == null ? "no column can be made beside the " + column.id() : why;
    } else {
      columns.add(beside);
    }
  }

  /** The column as one of the new type, under the name that this has meanwhile. */
  private Column typed(Column column) {
    return new Column(
        column.id(),
        Quoting.qualified(young) + (column.type().endsWith("[]") ? "[]" : ""),
        column.notNull(),
        column.collation(),
        column.identity(),
        column.generated(),
        column.stored(),
        column.inherited(),
        column.notNullAs(),
        column.tuning());
  }

  /** What holds two of the columns: one would still be of the old type. */
  private @Nullable String sharing() {
    Set<ObjectId> taken = new HashSet<>();
    for (ColumnBeside column : columns) {
      if (!column.ties().references().isEmpty()) {
        return "a foreign key points at the " + column.before().id();
      }
      for (Constraint constraint : column.ties().constraints()) {
        if (constraint.type() == Constraint.Type.FOREIGN_KEY || !taken.add(constraint.id())) {
          return "the " + constraint.id() + " ties columns of the type";
        }
      }
      for (Index index : column.ties().indexes()) {
        if (!taken.add(index.id())) {
          return "the " + index.id() + " is of several columns of the type";
        }
      }
    }
    for (Catalog catalog : List.of(from, to)) {
      for (ObjectId user : catalog.dependencies().dependentsOf(before.id())) {
        boolean isTied = user.kind() == Kind.INDEX || user.kind() == Kind.CONSTRAINT;
        if (isTied && from.has(user) && to.has(user) && !taken.contains(user)) {
          return "the " + user + " uses the type";
        }
      }
    }
    return null;
  }

  private List<Statement> write(@Nullable String owner) {
    var statements = new ArrayList<Statement>();
    statements.addAll(new EnumTypeSql().create(new EnumType(young, after.values()), List.of()));
    if (owner != null) {
      statements.addAll(new PostgresRenderer().giveTo(young, owner));
    }
    statements.addAll(defaults());
    columns.forEach(column -> statements.addAll(column.begin()));
    statements.addAll(fill());
    columns.forEach(column -> statements.addAll(column.tie()));
    Set<ObjectId> tables = new TreeSet<>();
    columns.forEach(column -> tables.add(column.after().parent()));
    statements.addAll(BriefLocks.of(tables, LockMode.ACCESS_EXCLUSIVE));
    statements.addAll(new EnumTypeSql().rename(before.id(), old, from));
    statements.addAll(new EnumTypeSql().rename(young, after.id(), to));
    for (DatabaseObject part : from.partsOf(before.id())) {
      if (part.equals(to.find(part.id()))) {
        statements.addAll(new PostgresRenderer().create(part, List.of(), to));
      }
    }
    columns.forEach(column -> statements.addAll(column.exchange(column.names().old())));
    columns.forEach(column -> statements.addAll(column.clear(/* isKept= */ false)));
    statements.addAll(new EnumTypeSql().drop(new EnumType(old, before.values())));
    return statements;
  }

  /**
   * Defaults that change, where the old type has their values: the new type may not have those of
   * the old ones, and who inserts a row without a value would be refused.
   */
  private List<Statement> defaults() {
    var statements = new ArrayList<Statement>();
    if (before.values().containsAll(after.values())) {
      for (ColumnBeside column : columns) {
        ColumnDefault given = ColumnSql.defaultOf(column.after().id(), to);
        if (given != null && from.has(given.id()) && !given.equals(from.find(given.id()))) {
          statements.addAll(new ColumnDefaultSql().create(given, List.of()));
        }
      }
    }
    return statements;
  }

  /** Each table is walked once, however many of its columns are of the type. */
  private List<Statement> fill() {
    Map<ObjectId, List<ColumnBeside>> tables = new TreeMap<>();
    for (ColumnBeside column : columns) {
      tables.computeIfAbsent(column.after().parent(), key -> new ArrayList<>()).add(column);
    }
    var statements = new ArrayList<Statement>();
    tables.forEach((table, within) -> {
      String missing =
          within.stream().map(ColumnBeside::missing).collect(Collectors.joining(" or "));
      statements.add(
          BackfillSql.update(
              table,
              within.getFirst().key(),
              within.stream().map(ColumnBeside::assignment).collect(Collectors.joining(", ")),
              missing,
              missing));
    });
    return statements;
  }
}
