package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOptions;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Alteration;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns as SQL (manual: CREATE TABLE, ALTER TABLE). */
final class ColumnSql implements ObjectSql<Column> {

  @Override
  public String target(ObjectId id) {
    return "column " + Quoting.qualified(id) + "." + Quoting.name(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "table " + Quoting.qualified(id);
  }

  /** The column as it is written within CREATE TABLE and behind ADD COLUMN. */
  static String definition(Column column, @Nullable ColumnDefault value) {
    var text = new StringBuilder(Quoting.name(column.id())).append(' ').append(column.type());
    if (column.tuning() != null) {
      text.append(ForeignOptions.create(column.tuning().foreign()));
    }
    text.append(collationOf(column));
    Identity identity = column.identity();
    if (identity != null) {
      text.append(' ').append(identityOf(identity, column));
    }
    if (column.generated() != null) {
      text.append(" generated always as (").append(column.generated()).append(") ");
      text.append(column.stored() ? "stored" : "virtual");
    }
    if (value != null) {
      text.append(" default ").append(value.expression());
    }
    return text.append(NotNullSql.clause(column)).toString();
  }

  /** One ALTER TABLE about a column; like nearly every form of it, it blocks even reading. */
  static Statement change(ObjectId column, String change) {
    return Statement.of(
        "alter table " + Quoting.qualified(column) + " " + clause(column, change),
        TableSql.exclusive(Tables.of(column)));
  }

  /** The same for a table alone, where those that inherit from it have their own. */
  static Statement changeOnly(ObjectId column, String change) {
    return Statement.of(
        "alter table only " + Quoting.qualified(column) + " " + clause(column, change),
        TableSql.exclusive(Tables.of(column)));
  }

  /** A change that the server would carry out for partitions as well, which have their own. */
  static Statement change(ObjectId column, String change, Catalog in) {
    return in.inheritorsOf(Tables.of(column)).isEmpty()
        ? change(column, change)
        : changeOnly(column, change);
  }

  private static String clause(ObjectId column, String change) {
    return "alter column " + Quoting.name(column) + " " + change;
  }

  static String typeOf(Column column) {
    return column.type() + collationOf(column);
  }

  private static String collationOf(Column column) {
    return column.collation() == null ? "" : " collate " + column.collation();
  }

  /** The identity of a column behind ADD, with the name of its sequence where that is told. */
  static String identityOf(Identity identity, Column column) {
    List<String> clauses = new ArrayList<>();
    ObjectId sequence = column.identitySequence();
    if (identity.sequence() != null && sequence != null) {
      clauses.add("sequence name " + Quoting.qualified(sequence));
    }
    clauses.addAll(Counting.clauses(identity.options(), column.type()));
    return "generated "
        + (identity.always() ? "always" : "by default")
        + " as identity"
        + (clauses.isEmpty() ? "" : " (" + String.join(" ", clauses) + ")");
  }

  @Override
  public List<Statement> create(Column column, List<DatabaseObject> within) {
    ColumnDefault value = null;
    for (DatabaseObject part : within) {
      if (part instanceof ColumnDefault found && found.column().equals(column.id())) {
        value = found;
      }
    }
    return List.of(
        Statement.of(
            "alter table "
                + Quoting.qualified(column.id())
                + " add column "
                + definition(column, value),
            TableSql.exclusive(column.parent())));
  }

  /** The server gives partitions a copy of the column. */
  @Override
  public List<Statement> create(Column column, List<DatabaseObject> within, Catalog in) {
    var statements = new ArrayList<>(create(column, within));
    statements.addAll(NotNullSql.of(column));
    statements.addAll(TuningSql.of(column));
    statements.addAll(Logging.of(column, in));
    List<ObjectId> added = within.stream().map(DatabaseObject::id).toList();
    if (!added.isEmpty()) {
      ColumnDefault value = defaultOf(column.id(), in);
      statements.addAll(
          InheritedColumns.afterAdding(
              column, value != null && added.contains(value.id()) ? value : null, in, added));
    }
    return statements;
  }

  /** Where tables that inherit the column keep it, it becomes their own. */
  @Override
  public List<Statement> drop(Column column, List<DatabaseObject> along, Catalog in, Catalog to) {
    List<ObjectId> gone = along.stream().map(DatabaseObject::id).toList();
    boolean isKept =
        InheritedColumns.heirsOf(column.id(), in).stream().anyMatch(heir -> !gone.contains(heir));
    if (!isKept) {
      return drop(column);
    }
    var statements = new ArrayList<Statement>();
    statements.add(
        Statement.of(
            "alter table only "
                + Quoting.qualified(column.id())
                + " drop column "
                + Quoting.name(column.id()),
            TableSql.exclusive(column.parent())));
    for (ObjectId id : InheritedColumns.heirsOf(column.id(), in)) {
      if (gone.contains(id) && in.find(id) instanceof Column heir) {
        statements.addAll(drop(heir, along, in, to));
      }
    }
    return statements;
  }

  @Override
  public List<Statement> drop(Column column) {
    return List.of(
        Statement.of(
            "alter table "
                + Quoting.qualified(column.id())
                + " drop column "
                + Quoting.name(column.id()),
            TableSql.exclusive(column.parent())));
  }

  @Override
  public Alteration alter(Column before, Column after, Catalog from, Catalog to) {
    boolean isRetyped = isRetyped(before, after);
    boolean becomesPlain =
        before.generated() != null && before.stored() && after.generated() == null;
    boolean isGeneratedOtherwise =
        !Objects.equals(before.generated(), after.generated())
            || before.stored() != after.stored()
            || (isRetyped && before.generated() != null);
    boolean isLeft = before.inherited() && !after.inherited();
    boolean isTaken = !before.inherited() && after.inherited();
    if ((isLeft || isTaken) && InheritedColumns.isFromSame(after.id(), from, to)) {
      throw new SlipwayException(
          PostgresError.INHERITED_COLUMN,
          "The "
              + after.id()
              + (isTaken
                  ? " can't cease to be the table's own while the table inherits it already."
                  : " can't become the table's own while the table inherits it.")
              + " PostgreSQL has no statement for it.",
          "Write the column in the definition of the inheriting table as it was.");
    }
    if (isTaken) {
      return new Alteration.Recreate();
    }
    if (isGeneratedOtherwise && !becomesPlain) {
      return new Alteration.Recreate();
    }
    var statements = new ArrayList<>(inPlace(before, after, from, to));
    if (after.identity() != null
        && (before.identity() != null && before.identity().apart()) != after.identity().apart()) {
      statements.addAll(Logging.say(after, to));
    }
    InheritedColumns.afterAltering(before, after, from, to)
        .forEach((own, wanted) -> statements.addAll(inPlace(own, wanted, from, to)));
    return new Alteration.InPlace(statements, isRetyped);
  }

  private static List<Statement> inPlace(Column before, Column after, Catalog from, Catalog to) {
    boolean isRetyped = isRetyped(before, after);
    ObjectId id = after.id();
    var statements = new ArrayList<Statement>();
    if (before.identity() != null && after.identity() == null) {
      statements.add(change(id, "drop identity"));
    }
    if (before.generated() != null && after.generated() == null) {
      statements.add(change(id, "drop expression"));
    }
    if (before.notNull() && !after.notNull()) {
      statements.addAll(NotNullSql.change(before, after, from, to));
    }
    if (isRetyped) {
      statements.add(retype(before, after, TableSql.isForeign(after.parent(), from)));
    }
    if (after.notNull()) {
      statements.addAll(NotNullSql.change(before, after, from, to));
    }
    if (after.identity() != null) {
      statements.addAll(
          identify(before, after, after.identity(), TableSql.isForeign(after.parent(), from)));
    }
    statements.addAll(TuningSql.change(before, after));
    return statements;
  }

  /** The server refuses to change the type of what tells the rows of partitions apart. */
  @Override
  public boolean needsNewParent(Column part, Catalog from, Catalog to) {
    return from.find(part.id()) instanceof Column before
        && to.find(part.id()) instanceof Column after
        && isRetyped(before, after)
        && from.find(part.parent()) instanceof Table table
        && table.isPartitioned()
        && to.has(table.id())
        && PartitionKey.mentions(table, before);
  }

  static boolean isRetyped(Column before, Column after) {
    return !before.type().equals(after.type())
        || !Objects.equals(before.collation(), after.collation());
  }

  /**
   * A default would be of the old type: it goes before, and comes after. The values of a foreign
   * table are not here to be converted.
   */
  static Statement retype(Column before, Column after, boolean isForeign) {
    ObjectId id = after.id();
    String using =
        isForeign
            ? null
            : TypeConversion.of(before.type(), after.type()).using(Quoting.name(id), after.type());
    return change(id, "type " + typeOf(after) + (using == null ? "" : " using " + using));
  }

  static @Nullable ColumnDefault defaultOf(ObjectId column, Catalog catalog) {
    ObjectId id = ObjectId.about(Kind.COLUMN_DEFAULT, column);
    return catalog.find(id) instanceof ColumnDefault value ? value : null;
  }

  private static List<Statement> identify(
      Column before, Column after, Identity identity, boolean isForeign) {
    ObjectId id = after.id();
    Identity old = before.identity();
    if (old == null) {
      Statement add = change(id, "add " + identityOf(identity, after));
      return isForeign ? List.of(add) : List.of(add, continueCounting(id, identity));
    }
    var statements = new ArrayList<Statement>();
    ObjectId from = before.identitySequence();
    ObjectId sequence = after.identitySequence();
    if (from != null && sequence != null && !from.equals(sequence)) {
      statements.addAll(new SequenceSql().rename(from, sequence, Catalog.empty(Engine.POSTGRESQL)));
    }
    var clauses = new ArrayList<String>();
    if (old.always() != identity.always()) {
      clauses.add("set generated " + (identity.always() ? "always" : "by default"));
    }
    SequenceOptions counting = Counting.retyped(old.options(), before.type(), after.type());
    Counting.clauses(counting, identity.options()).forEach(clause -> clauses.add("set " + clause));
    if (sequence != null) {
      statements.addAll(SequenceSql.moveIntoBounds(sequence, old.options(), identity.options()));
    }
    if (Counting.isApart(old.options(), identity.options())) {
      clauses.add("restart");
    }
    if (!clauses.isEmpty()) {
      statements.add(change(id, String.join(" ", clauses)));
    }
    return statements;
  }

  /** The rows that are there keep their numbers, so the next one follows the last of them. */
  private static Statement continueCounting(ObjectId column, Identity identity) {
    boolean up = identity.options().increment() > 0;
    String last = "pg_catalog." + (up ? "max(" : "min(") + Quoting.name(column) + ")";
    return Statement.of(
        "select pg_catalog.setval(pg_catalog.pg_get_serial_sequence("
            + Quoting.literal(Quoting.qualified(column))
            + ", "
            + Quoting.literal(column.name())
            + "), "
            + last
            + ") from "
            + Quoting.qualified(column)
            + " having "
            + last
            + (up ? " >= " : " <= ")
            + identity.options().start(),
        new Lock(LockMode.ACCESS_SHARE, Tables.of(column)));
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter table "
                + Quoting.qualified(from)
                + " rename column "
                + Quoting.name(from)
                + " to "
                + Quoting.name(to),
            TableSql.exclusive(Tables.of(from))));
  }

  @Override
  public @Nullable String loss(Column before, @Nullable Column after) {
    if (before.generated() != null) {
      return null;
    }
    if (after == null || (after.inherited() && !before.inherited())) {
      return "Every value of " + before.id() + " is lost.";
    }
    if (after.generated() != null) {
      return "Every value of " + before.id() + " gives way to a generated one.";
    }
    if (!TypeConversion.of(before.type(), after.type()).isExact()) {
      return "Values of %s that %s can't hold exactly are cut, rounded or refused; it was %s."
          .formatted(before.id(), after.type(), before.type());
    }
    return null;
  }

  @Override
  public List<RowCheck> rowChecks(@Nullable Column before, Column after, Catalog from, Catalog to) {
    return ColumnRowChecks.of(before, after, from, to);
  }
}
