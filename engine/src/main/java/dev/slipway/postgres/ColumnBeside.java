package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column that grows beside one of another type until it takes its place, with all that is tied to
 * it. Its statements come in stages: {@link #begin}, the rows that were there, {@link #tie}, {@link
 * #exchange} in one transaction, {@link #clear}.
 *
 * @param before the column that goes
 * @param after the column that comes, under its later name
 * @param from the catalog before
 * @param to the catalog after
 * @param ties what is tied to it
 * @param indexes the indexes that it gets
 * @param constraints the constraints that it gets
 * @param names what things are called meanwhile
 * @param value what it gets of each row
 * @param key the columns by which its table is walked
 */
record ColumnBeside(
    Column before,
    Column after,
    Catalog from,
    Catalog to,
    ColumnTies ties,
    List<IndexBeside> indexes,
    List<ConstraintBeside> constraints,
    BesideNames names,
    ConvertedValue value,
    List<String> key) {

  /**
   * Such a column.
   *
   * @param kept where values are that were of the new type before; null where there are none
   * @param typed the texts of indexes and constraints, as they name types meanwhile
   * @return null where there is an {@link #obstacle}
   */
  static @Nullable ColumnBeside of(
      Column before,
      Column after,
      Catalog from,
      Catalog to,
      @Nullable String kept,
      RetypedText typed) {
    if (!isPlain(before) || !isPlain(after)) {
      return null;
    }
    List<String> key = BackfillSql.key(before.id(), from, to);
    BesideNames names = BesideNames.of(before, from, to);
    ColumnTies ties = ColumnTies.of(before, from, to, typed.type());
    if (key == null || names == null || ties == null) {
      return null;
    }
    List<IndexBeside> indexes = new ArrayList<>();
    for (var index : ties.indexes()) {
      IndexBeside beside = IndexBeside.of(typed.in(index), names, from, to);
      if (beside == null) {
        return null;
      }
      indexes.add(beside);
    }
    List<ConstraintBeside> constraints = new ArrayList<>();
    for (var constraint : ties.constraints()) {
      ConstraintBeside beside = ConstraintBeside.of(typed.in(constraint), names, from, to);
      if (beside == null) {
        return null;
      }
      constraints.add(beside);
    }
    return haveCutNames(indexes, constraints)
        ? null
        : new ColumnBeside(
            before,
            after,
            from,
            to,
            ties,
            indexes,
            constraints,
            names,
            new ConvertedValue(before, after, kept),
            key);
  }

  /**
   * Why no column can grow beside one; null where nothing is known to be in the way.
   *
   * @param type the type that another one takes the place of
   */
  static @Nullable String obstacle(Column column, Catalog from, Catalog to, ObjectId type) {
    if (!isPlain(column)) {
      return "the " + column.id() + " is generated, inherited, or its NOT NULL has a name";
    }
    ObjectId tie = ColumnTies.obstacle(column, from, to, type);
    if (tie != null) {
      return tie.equals(column.parent())
          ? "the " + tie + " is typed, inherits, is a partition or is published"
          : "the " + tie + " is tied to the " + column.id();
    }
    if (BackfillSql.key(column.id(), from, to) == null) {
      return "the "
          + column.parent()
          + " can't be filled in batches: it has no key that is never null, or partitions, forced"
          + " row security, or a trigger or rule that notices each update";
    }
    return BesideNames.of(column, from, to) == null
        ? "a trigger of the " + column.parent() + " fires after the one that would fill it"
        : null;
  }

  /** Whether two things, whose names are long, would have one name meanwhile. */
  private static boolean haveCutNames(
      List<IndexBeside> indexes, List<ConstraintBeside> constraints) {
    var relations = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (IndexBeside each : indexes) {
      relations.add(each.young().id().name());
      relations.add(each.aside().name());
    }
    for (ConstraintBeside each : constraints) {
      (each.young().type().hasIndex() ? relations : others).add(each.young().id().name());
    }
    return Set.copyOf(relations).size() < relations.size()
        || Set.copyOf(others).size() < others.size();
  }

  private static boolean isPlain(Column column) {
    return column.generated() == null && !column.inherited() && column.notNullAs() == null;
  }

  /** The column comes, and each row that is written from then on has its value. */
  List<Statement> begin() {
    var statements =
        new ArrayList<Statement>(new ColumnSql().create(empty(young()), List.of(), to));
    statements.addAll(DualWritesSql.begin(value, names));
    return statements;
  }

  /** What an update of rows that were there sets. */
  String assignment() {
    return Quoting.name(names.young()) + " = " + value.ofRow();
  }

  /** The condition of rows that have not their value yet. */
  String missing() {
    return value.isMissingIn(Quoting.name(names.young()));
  }

  /** All that is made of rows that have their values. */
  List<Statement> tie() {
    var statements = new ArrayList<Statement>();
    if (after.notNull()) {
      statements.addAll(OnlineNotNullSql.checkedFirst(young(), from, to));
    }
    indexes.forEach(index -> statements.addAll(index.create(to)));
    constraints.forEach(constraint -> statements.addAll(constraint.create()));
    return statements;
  }

  /** The foreign keys of the column and of those that point at it, which tie tables. */
  List<Constraint> keys() {
    var keys = new ArrayList<Constraint>(ties.references());
    keys.addAll(ties.constraints());
    return keys;
  }

  /** From here on applications find the new one; what they wrote until then is in both. */
  List<Statement> exchange(ObjectId old) {
    var statements = new ArrayList<Statement>();
    ties.references().forEach(key -> statements.addAll(new ConstraintSql().drop(key)));
    statements.addAll(DualWritesSql.end(names));
    constraints.forEach(constraint -> statements.addAll(constraint.exchange(to)));
    statements.addAll(HandedIdentity.of(before, young(), from, to));
    if (before.notNull()) {
      statements.add(ColumnSql.change(before.id(), "drop not null"));
    }
    statements.addAll(new ColumnSql().rename(before.id(), old, from));
    statements.addAll(new ColumnSql().rename(names.young(), after.id(), to));
    if (ColumnSql.defaultOf(before.id(), from) != null) {
      statements.add(ColumnSql.change(old, "drop default"));
    }
    ColumnDefault given = ColumnSql.defaultOf(after.id(), to);
    if (given != null && from.has(given.id())) {
      statements.addAll(new ColumnDefaultSql().create(given, List.of()));
    }
    ties.owned()
        .forEach(owner -> statements.addAll(new SequenceOwnerSql().create(owner, List.of())));
    indexes.forEach(index -> statements.addAll(index.exchange(to)));
    ties.references().forEach(key -> statements.add(ConstraintSql.notValid(key)));
    for (DatabaseObject part : ties.said()) {
      statements.addAll(new PostgresRenderer().create(part, List.of(), to));
    }
    return statements;
  }

  /**
   * What is left of the old one.
   *
   * @param isKept whether the old column itself stays
   */
  List<Statement> clear(boolean isKept) {
    var statements = new ArrayList<Statement>();
    ties.references().forEach(key -> statements.add(ConstraintSql.validate(key)));
    indexes.forEach(index -> statements.add(index.dropOld()));
    if (!isKept) {
      statements.addAll(new ColumnSql().drop(renamed(before, names.old())));
    }
    return statements;
  }

  private Column young() {
    return renamed(after, names.young());
  }

  /** The same column under another name. */
  static Column renamed(Column column, ObjectId name) {
    return with(column, name, column.notNull(), column.identity());
  }

  /** As a column can be that has no values yet. */
  private static Column empty(Column column) {
    return with(column, column.id(), /* notNull= */ false, null);
  }

  private static Column with(
      Column column, ObjectId name, boolean notNull, @Nullable Identity identity) {
    return new Column(
        name,
        column.type(),
        notNull,
        column.collation(),
        identity,
        column.generated(),
        column.stored(),
        column.inherited(),
        column.notNullAs(),
        column.tuning());
  }
}
