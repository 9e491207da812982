package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
      BesideNames names,
      ConvertedValue value,
      List<String> key) {
    this.before = before;
    this.after = after;
    this.from = from;
    this.to = to;
    this.ties = ties;
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
    var sql =
        new OnlineTypeSql(
            before, after, from, to, ties, names, new ConvertedValue(before, after, kept), key);
    return ties.indexes().stream().anyMatch(index -> sql.beside(index) == null) || sql.hasCutNames()
        ? null
        : sql;
  }

  /** Whether different values may become equal ones, which a unique index would refuse. */
  private boolean mayMeetAgain() {
    var conversion = TypeConversion.of(before.type(), after.type());
    return !conversion.isExact()
        && !(conversion.before().isInteger() && conversion.after().isInteger())
        && ties.indexes().stream().anyMatch(Index::unique);
  }

  /** Whether two indexes, whose names are long, would have one name meanwhile. */
  private boolean hasCutNames() {
    return ties.indexes().stream().map(this::young).distinct().count() < ties.indexes().size()
        || ties.indexes().stream().map(this::aside).distinct().count() < ties.indexes().size();
  }

  private static boolean isPlain(Column column) {
    return column.generated() == null
        && column.identity() == null
        && !column.inherited()
        && column.notNullAs() == null;
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
    statements.addAll(new ColumnSql().create(nullable(young), List.of(), to));
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
    for (Index index : ties.indexes()) {
      statements.addAll(OnlineIndexSql.create(Objects.requireNonNull(beside(index)), to));
    }
  }

  /** From here on applications find the new one; what they wrote until then is in both. */
  private void exchange(ObjectId old) {
    statements.addAll(DualWritesSql.end(names));
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
    for (Index index : ties.indexes()) {
      statements.addAll(new IndexSql().rename(index.id(), aside(index), from));
      statements.addAll(new IndexSql().rename(young(index), index.id(), to));
    }
    for (DatabaseObject part : ties.said()) {
      statements.addAll(new PostgresRenderer().create(part, List.of(), to));
    }
  }

  private void clear(@Nullable ObjectId parked) {
    for (Index index : ties.indexes()) {
      statements.add(
          OnlineIndexSql.concurrently(
              new IndexSql().drop(withId(index, aside(index), index.definition())).getFirst().sql(),
              index.relation()));
    }
    if (parked == null) {
      statements.addAll(new ColumnSql().drop(renamed(before, names.old())));
    }
  }

  private @Nullable Index beside(Index index) {
    int keys = index.definition().indexOf('(');
    String definition =
        RenamedColumn.in(
            index.definition().substring(keys), before.id().name(), names.young().name());
    return definition == null
        ? null
        : withId(index, young(index), index.definition().substring(0, keys) + definition);
  }

  private ObjectId young(Index index) {
    return AsideNames.ofIndex(index.id(), BesideNames.NEW, from, to);
  }

  private ObjectId aside(Index index) {
    return AsideNames.ofIndex(index.id(), BesideNames.OLD, from, to);
  }

  private static Index withId(Index index, ObjectId id, String definition) {
    return new Index(
        id,
        index.relation(),
        index.unique(),
        definition,
        index.keys(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.statistics());
  }

  private static Column renamed(Column column, ObjectId name) {
    return new Column(
        name,
        column.type(),
        column.notNull(),
        column.collation(),
        column.identity(),
        column.generated(),
        column.stored(),
        column.inherited(),
        column.notNullAs(),
        column.tuning());
  }

  private static Column nullable(Column column) {
    return OnlineColumnSql.nullable(column);
  }
}
