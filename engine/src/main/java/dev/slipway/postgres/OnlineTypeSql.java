package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another type of a column, while others go on reading and writing: a new column grows beside the
 * old one, with all that is tied to that. A trigger writes both, a backfill in batches fills what
 * was there, and when all is equal they exchange their names in one short transaction. Then the old
 * one goes, or is parked.
 */
final class OnlineTypeSql {

  private final Column before;
  private final Column after;
  private final Catalog from;
  private final Catalog to;
  private final ColumnTies ties;
  private final List<IndexBeside> indexes;
  private final List<ConstraintBeside> constraints;
  private final BesideNames names;
  private final ConvertedValue value;
  private final List<String> key;
  private final List<Statement> statements = new ArrayList<>();

  private OnlineTypeSql(
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
    this.before = before;
    this.after = after;
    this.from = from;
    this.to = to;
    this.ties = ties;
    this.indexes = indexes;
    this.constraints = constraints;
    this.names = names;
    this.value = value;
    this.key = key;
  }

  /** The statements of the way there; null where the type is changed in place. */
  static @Nullable List<Statement> there(
      Column before, Column after, Catalog from, Catalog to, @Nullable Parking parking) {
    OnlineTypeSql sql =
        ConvertedValue.isWritten(before, after) ? of(before, after, from, to, null) : null;
    return sql == null || sql.mayMeetAgain()
        ? null
        : sql.write(parking == null ? null : parking.inPlace(before.id()));
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
    OnlineTypeSql sql =
        of(
            /* before= */ after,
            /* after= */ before,
            /* from= */ to,
            /* to= */ from,
            place == null ? null : Quoting.name(place));
    if (sql == null) {
      return null;
    }
    List<Statement> statements = sql.write(null);
    if (place != null) {
      statements.addAll(new ColumnSql().drop(renamed(before, place)));
    }
    return statements;
  }

  private static @Nullable OnlineTypeSql of(
      Column before, Column after, Catalog from, Catalog to, @Nullable String kept) {
    if (!isPlain(before) || !isPlain(after) || !ConvertedValue.isSteady(before, after, from, to)) {
      return null;
    }
    List<String> key = BackfillSql.key(before.id(), from, to);
    BesideNames names = BesideNames.of(before, from, to);
    ColumnTies ties = ColumnTies.of(before, from, to);
    if (key == null || names == null || ties == null) {
      return null;
    }
    List<IndexBeside> indexes =
        ties.indexes().stream()
            .map(index -> IndexBeside.of(index, names, from, to))
            .filter(Objects::nonNull)
            .toList();
    List<ConstraintBeside> constraints =
        ties.constraints().stream()
            .map(constraint -> ConstraintBeside.of(constraint, names, from, to))
            .filter(Objects::nonNull)
            .toList();
    return indexes.size() < ties.indexes().size()
            || constraints.size() < ties.constraints().size()
            || haveCutNames(indexes, constraints)
        ? null
        : new OnlineTypeSql(
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

  /** Whether different values may become equal ones, which a unique key would refuse. */
  private boolean mayMeetAgain() {
    var conversion = TypeConversion.of(before.type(), after.type());
    return !conversion.isExact()
        && !(conversion.before().isInteger() && conversion.after().isInteger())
        && (ties.indexes().stream().anyMatch(Index::unique)
            || ties.constraints().stream().anyMatch(each -> each.type().hasIndex()));
  }

  private static boolean isPlain(Column column) {
    return column.generated() == null && !column.inherited() && column.notNullAs() == null;
  }

  private List<Statement> write(@Nullable ObjectId parked) {
    grow();
    exchange(parked == null ? names.old() : parked);
    clear(parked);
    return statements;
  }

  /** All that takes its time. */
  private void grow() {
    Column young = renamed(after, names.young());
    statements.addAll(new ColumnSql().create(empty(young), List.of(), to));
    statements.addAll(DualWritesSql.begin(value, names));
    String missing = value.isMissingIn(Quoting.name(names.young()));
    statements.add(
        BackfillSql.update(
            after.parent(),
            key,
            Quoting.name(names.young()) + " = " + value.ofRow(),
            missing,
            missing));
    if (after.notNull()) {
      statements.addAll(OnlineNotNullSql.checkedFirst(young, from, to));
    }
    indexes.forEach(index -> statements.addAll(index.create(to)));
    constraints.forEach(constraint -> statements.addAll(constraint.create()));
  }

  /** From here on applications find the new one; what they wrote until then is in both. */
  private void exchange(ObjectId old) {
    var keys = new ArrayList<Constraint>(ties.references());
    keys.addAll(ties.constraints());
    statements.addAll(BriefLocks.of(after.parent(), keys, LockMode.ACCESS_EXCLUSIVE));
    ties.references().forEach(key -> statements.addAll(new ConstraintSql().drop(key)));
    statements.addAll(DualWritesSql.end(names));
    constraints.forEach(constraint -> statements.addAll(constraint.exchange(to)));
    statements.addAll(HandedIdentity.of(before, renamed(after, names.young()), from, to));
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
  }

  private void clear(@Nullable ObjectId parked) {
    ties.references().forEach(key -> statements.add(ConstraintSql.validate(key)));
    indexes.forEach(index -> statements.add(index.dropOld()));
    if (parked == null) {
      statements.addAll(new ColumnSql().drop(renamed(before, names.old())));
    }
  }

  private static Column renamed(Column column, ObjectId name) {
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
