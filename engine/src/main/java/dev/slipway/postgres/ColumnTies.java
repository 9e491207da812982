package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Publication;
import dev.slipway.catalog.PublicationSchema;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is tied to a column before and after, and goes over to the column that takes its place. What
 * is there on one side only comes later or went before.
 *
 * @param indexes the indexes that it is part of, as they shall be
 * @param constraints its constraints, alone or with other columns, but for NOT NULL
 * @param references the foreign keys that point at it
 * @param owned the sequences that go with it
 * @param said what is said about it and about the indexes
 */
record ColumnTies(
    List<Index> indexes,
    List<Constraint> constraints,
    List<Constraint> references,
    List<SequenceOwner> owned,
    List<DatabaseObject> said) {

  /** Collects while it is found. */
  private ColumnTies() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /**
   * What is tied to a column; null where something is that can't be with another column.
   *
   * @param type a type that comes beside the old one as well; null where none does
   */
  static @Nullable ColumnTies of(Column column, Catalog from, Catalog to, @Nullable ObjectId type) {
    var ties = new ColumnTies();
    return ties.takeAll(column, from, to, type) == null ? ties : null;
  }

  /** The first of what can't be with another column, or the table itself; null where all can. */
  static @Nullable ObjectId obstacle(
      Column column, Catalog from, Catalog to, @Nullable ObjectId type) {
    return new ColumnTies().takeAll(column, from, to, type);
  }

  private @Nullable ObjectId takeAll(
      Column column, Catalog from, Catalog to, @Nullable ObjectId type) {
    if (isTableTied(column.parent(), from) || isTableTied(column.parent(), to)) {
      return column.parent();
    }
    for (ObjectId id : tied(column.id(), from, to)) {
      if (!take(id, column, from, to, type)) {
        return id;
      }
    }
    return null;
  }

  /** What is tied to a column, or to what is, on one side or the other. */
  private static Set<ObjectId> tied(ObjectId column, Catalog from, Catalog to) {
    Set<ObjectId> ids = new TreeSet<>();
    for (Catalog catalog : List.of(from, to)) {
      around(column, catalog)
          .forEach(id -> {
            ids.add(id);
            if (id.kind() == Kind.INDEX || id.kind() == Kind.CONSTRAINT) {
              ids.addAll(around(id, catalog));
            }
          });
    }
    return ids;
  }

  private static Set<ObjectId> around(ObjectId id, Catalog in) {
    Set<ObjectId> ids = new TreeSet<>(in.dependencies().dependentsOf(id));
    in.partsOf(id).forEach(part -> ids.add(part.id()));
    return ids;
  }

  /**
   * A further column would be in the way of a type, of what inherits, and of subscribers whose
   * tables have it not.
   */
  private static boolean isTableTied(ObjectId table, Catalog in) {
    return !(in.find(table) instanceof Table plain)
        || plain.ofType() != null
        || in.partsOf(table).stream()
            .anyMatch(part -> part instanceof Partition || part instanceof Inheritance)
        || in.dependencies().dependentsOf(table).stream()
            .anyMatch(user -> user.kind() == Kind.PUBLICATION_MEMBER)
        || in.all(Publication.class).stream().anyMatch(Publication::allTables)
        || in.all(PublicationSchema.class).stream()
            .anyMatch(published -> published.schema().equals(table.schema()));
  }

  private boolean take(
      ObjectId id, Column column, Catalog from, Catalog to, @Nullable ObjectId type) {
    DatabaseObject old = from.find(id);
    DatabaseObject now = to.find(id);
    boolean isSame = Objects.equals(old, now);
    boolean isOnOneSide = old == null || now == null;
    return switch (old == null ? now : old) {
      case ColumnDefault value ->
          value.column().equals(column.id())
              && (isSame || isOnOneSide || needsSame(id, column.id(), from, to, type));
      case Index index ->
          isOnOneSide
              || (now instanceof Index other
                  && index.relation().equals(column.parent())
                  && index.relation().equals(other.relation())
                  && (isSame || (!index.unique() && !other.unique()))
                  && (isOfNames(other) || isClear(id, column, from, to))
                  && indexes.add(other));
      case SequenceOwner owner ->
          isOnOneSide || (isSame && owner.column().equals(column.id()) && owned.add(owner));
      case Comment comment ->
          isOnOneSide || (isSame && !isAboutSequence(comment, column) && said.add(comment));
      case Grant grant ->
          isOnOneSide || (isSame && !isAboutSequence(grant, column) && said.add(grant));
      case Constraint constraint -> isOnOneSide || (isSame && take(constraint, column, from, to));
      case null, default -> false;
    };
  }

  /** Of an identity, whose sequence another one takes the place of. */
  private static boolean isAboutSequence(DatabaseObject said, Column column) {
    return Identity.isAboutSequence(said.id(), column.id());
  }

  private boolean take(Constraint constraint, Column column, Catalog from, Catalog to) {
    String name = column.id().name();
    boolean isOwn =
        constraint.parent().equals(column.parent()) && constraint.columns().contains(name);
    boolean pointsAtIt =
        column.parent().equals(constraint.references())
            && constraint.referencedColumns().contains(name);
    boolean canBeMade =
        constraint.validated() && !constraint.notEnforced() && !constraint.inherited();
    return switch (constraint.type()) {
      case EXCLUSION -> false;
      case PRIMARY_KEY, UNIQUE -> canBeMade && isOwn && constraints.add(constraint);
      case CHECK ->
          canBeMade
              && isOwn
              && isClear(constraint.id(), column, from, to)
              && constraints.add(constraint);
      case FOREIGN_KEY ->
          canBeMade
              && isOwn != pointsAtIt
              && !OnlineConstraintSql.isOfPartitions(constraint, to)
              && !OnlineConstraintSql.isOfPartitions(constraint, from)
              && isClear(constraint.id(), column, from, to)
              && (isOwn ? constraints : references).add(constraint);
    };
  }

  /** Whether its text means the same whatever types its columns are of. */
  private static boolean isOfNames(Index index) {
    return index.predicate().isEmpty()
        && index.keys().stream()
            .allMatch(key -> {
              Tokens tokens = Tokens.of(key);
              return tokens.size() == 1 && tokens.list().getFirst().isName();
            });
  }

  /**
   * Whether what a column is part of can be while its other columns are still of their old types:
   * where these stay as they are, or all are integers, which of all sizes can be compared.
   */
  private static boolean isClear(ObjectId whole, Column column, Catalog from, Catalog to) {
    List<ObjectId> others =
        from.dependencies().of(whole).stream()
            .filter(need -> need.kind() == Kind.COLUMN && !need.equals(column.id()))
            .filter(need -> !typeOf(need, from).equals(typeOf(need, to)))
            .toList();
    return others.isEmpty()
        || (isInteger(column.id(), from, to)
            && others.stream().allMatch(other -> isInteger(other, from, to)));
  }

  private static boolean isInteger(ObjectId column, Catalog from, Catalog to) {
    return TypeName.parse(typeOf(column, from)).isInteger()
        && TypeName.parse(typeOf(column, to)).isInteger();
  }

  private static String typeOf(ObjectId column, Catalog in) {
    return in.find(column) instanceof Column found ? found.type() : "";
  }

  /** Whether another default needs nothing that may be there on one side only. */
  private static boolean needsSame(
      ObjectId value, ObjectId column, Catalog from, Catalog to, @Nullable ObjectId type) {
    Set<ObjectId> old = new TreeSet<>(from.dependencies().of(value));
    Set<ObjectId> now = new TreeSet<>(to.dependencies().of(value));
    old.remove(column);
    now.remove(column);
    return old.equals(now)
        && old.stream()
            .allMatch(need -> need.equals(type) || Objects.equals(from.find(need), to.find(need)));
  }
}
